package org.hathor.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which process listens on a port, as Linux tells it in {@code /proc}: an answer on a port may come from somebody
 * else's server.
 */
final class PortOwner {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    /** Whether one of the processes listens on the port; true as well where the system does not tell. */
    static boolean isOneOf(Stream<ProcessHandle> processes, int port) {
        Set<String> sockets = listeningOn(port);
        return sockets.isEmpty() || processes.anyMatch(process -> holdsOneOf(process.pid(), sockets));
    }

    private static Set<String> listeningOn(int port) {
        String suffix = ":%04X".formatted(port);
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                lines.map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields.length > INODE
                                && fields[STATE].equals(LISTENING)
                                && fields[LOCAL_ADDRESS].endsWith(suffix))
                        .forEach(fields -> sockets.add("socket:[%s]".formatted(fields[INODE])));
            } catch (IOException | UncheckedIOException e) {
                return Set.of();
            }
        }
        return sockets;
    }

    private static boolean holdsOneOf(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file) && sockets.contains(readLink(file))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // Of a process that is not this user's to look into, only its answer is known.
            return Files.exists(Path.of("/proc", Long.toString(pid)));
        }
    }

    private static String readLink(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
