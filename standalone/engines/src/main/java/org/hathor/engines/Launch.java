package org.hathor.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * A start of an engine: choose its port, run its command, wait until it answers; on another port when somebody took the
 * first one in between.
 *
 * @param process the engine, answering
 * @param port where it listens
 */
record Launch(EngineProcess process, int port) {
    private static final int ATTEMPTS = 3;
    private static final int TAIL_LINES = 40;
    private static final int LINE_CHARS_MAX = 300;
    private static final int DISK_FREE_MIB_MIN = 64;
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();
    private static final Pattern TELLING = Pattern.compile(
            "(?i)no space left|error|fatal|exception|cannot|could not|denied|in use|not found|out of memory");

    /** Asks an engine whether it is ready; an {@link IOException} means not yet. */
    @FunctionalInterface
    interface Probe {
        boolean answers(int port) throws IOException;
    }

    static Launch of(
            Site site, String name, int usualPort, Duration longest, IntFunction<ChildCommand> command, Probe probe) {
        for (int attempt = 1; ; attempt++) {
            int port = site.ports().choose(name, usualPort);
            EngineProcess process = site.tether().start(command.apply(port));
            try {
                await(process, port, longest, probe);
                site.ports().keep(name, port);
                return new Launch(process, port);
            } catch (EngineException e) {
                process.stop(Duration.ofSeconds(2));
                boolean taken = !Ports.isFree(port);
                site.ports().release(port);
                if (!taken || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void await(EngineProcess process, int port, Duration longest, Probe probe) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (process.isAlive()) {
            if (answers(probe, port) && process.owns(port) && process.isAlive()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new EngineException("%s does not answer on port %d after %d s: %s"
                        .formatted(process.name(), port, longest.toSeconds(), reason(process)));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new EngineException("the start of %s was interrupted".formatted(process.name()));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new EngineException("%s ended with status %d before it answered: %s"
                .formatted(process.name(), process.exitStatus().orElse(-1), reason(process)));
    }

    private static boolean answers(Probe probe, int port) {
        try {
            return probe.answers(port);
        } catch (IOException e) {
            return false;
        }
    }

    /** The line of its log that most likely says why. */
    private static String reason(EngineProcess process) {
        List<String> lines = process.lastLogLines(TAIL_LINES);
        String line = lines.stream()
                .filter(text -> TELLING.matcher(text).find())
                .findFirst()
                .orElse(lines.isEmpty() ? "it wrote nothing" : lines.get(lines.size() - 1))
                .strip();
        return "%s%s (see %s)"
                .formatted(
                        line.substring(0, Math.min(line.length(), LINE_CHARS_MAX)),
                        ofTheDisk(process.logFile()),
                        process.logFile());
    }

    private static String ofTheDisk(Path file) {
        try {
            long freeMib = Files.getFileStore(file).getUsableSpace() >> 20;
            return freeMib < DISK_FREE_MIB_MIN ? "; only %d MiB are free on its disk".formatted(freeMib) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
