package org.hathor.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How to run a program that refuses to run as root: as it is for anybody else; for root in a user namespace of its own,
 * where it is nobody and yet owns the files, or, where namespaces are forbidden, as the user nobody.
 */
enum Unprivileged {
    AS_IS(""),
    NAMESPACE("unshare --user"),
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final int TRY_MAX_S = 5;

    private final String prefix;

    Unprivileged(String prefix) {
        this.prefix = prefix;
    }

    /** The first way that works here for this program. */
    static Unprivileged forProgram(Path program) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        for (Unprivileged way : List.of(NAMESPACE, NOBODY)) {
            if (way.works(program)) {
                return way;
            }
        }
        throw new EngineException("PostgreSQL does not run as root, and neither unshare nor setpriv can make it run as "
                + "somebody else here: start as an ordinary user, or give POSTGRES_JDBC_URL");
    }

    List<String> command(List<String> command) {
        return Stream.concat(Stream.of(prefix.split(" ")).filter(word -> !word.isEmpty()), command.stream())
                .toList();
    }

    /** Gives a folder and all in it to the user that the program will run as, unless that user has it already. */
    void own(Path folder) throws IOException {
        if (this == AS_IS) {
            return;
        }
        UserPrincipal owner = folder.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(this == NOBODY ? "nobody" : "root");
        if (Files.getOwner(folder).equals(owner)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Files.setOwner(path, owner);
            }
        }
    }

    private boolean works(Path program) {
        List<String> command = command(List.of(program.toString(), "--version"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(TRY_MAX_S, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
