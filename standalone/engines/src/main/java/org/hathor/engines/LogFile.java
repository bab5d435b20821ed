package org.hathor.engines;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a child process wrote to its standard output and error: one file a run, the runs before kept as {@code .1} to
 * {@code .3}, none larger than {@link #BYTES_MAX} for longer than the time between two looks.
 */
final class LogFile {
    static final long BYTES_MAX = 32L << 20;

    private static final int RUNS_KEPT = 3;
    private static final int TAIL_BYTES = 64 << 10;

    private final Path path;

    private LogFile(Path path) {
        this.path = path;
    }

    /** A new, empty file; that of the run before moves one number up. */
    static LogFile rotated(Path path) {
        try {
            Folders.createPrivate(path.getParent());
            for (int run = RUNS_KEPT - 1; run >= 0; run--) {
                Path from = numbered(path, run);
                if (Files.exists(from)) {
                    Files.move(from, numbered(path, run + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.createFile(path);
        } catch (IOException e) {
            throw new EngineException("cannot write the log file %s: %s".formatted(path, e.getMessage()), e);
        }
        return new LogFile(path);
    }

    Path path() {
        return path;
    }

    /**
     * Copies a file that has grown too large to {@code .1} and empties it; its writer appends, so it goes on at the
     * start.
     */
    void bound() {
        try {
            if (Files.size(path) > BYTES_MAX) {
                Files.copy(path, numbered(path, 1), StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    file.truncate(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, oldest first; fewer where there are fewer, or where they are longer than 64 KiB together. */
    List<String> lastLines(int count) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            byte[] tail = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(tail);
            List<String> lines = new String(tail, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path numbered(Path path, int run) {
        return run == 0 ? path : path.resolveSibling(path.getFileName() + "." + run);
    }
}
