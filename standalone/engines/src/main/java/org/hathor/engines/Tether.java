package org.hathor.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * How every child process is started: below a small shell ({@code tether.sh}) that reads a pipe held by this JVM. The
 * pipe ends when the JVM ends, also by kill -9, and the shell then stops the child and everything it started. Output
 * goes to {@code <data>/logs/<name>.log}.
 */
public final class Tether {
    private static final Duration PREDECESSOR_END_MAX = Duration.ofSeconds(30);
    private static final Duration START_MAX = Duration.ofSeconds(10);
    private static final long POLL_NANOS = Duration.ofMillis(5).toNanos();
    private static final long LOG_LOOK_NANOS = Duration.ofSeconds(10).toNanos();

    private static final Set<EngineProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Thread keeper = new Thread(Tether::keepLogsBounded, "log-keeper");
        keeper.setDaemon(true);
        keeper.start();
    }

    private final Path logs;
    private final Path run;
    private final Path script;

    /** @param data the data folder; its {@code run} and {@code logs} are used */
    public Tether(Path data) {
        Path folder = data.toAbsolutePath();
        this.logs = folder.resolve("logs");
        this.run = folder.resolve("run");
        this.script = run.resolve("tether.sh");
        try {
            Files.createDirectories(folder);
            Folders.createPrivate(run);
            unpackScript();
        } catch (IOException e) {
            throw new EngineException("cannot write to the data folder %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * Starts the command. A process of the same name that is just losing its parent is waited for.
     *
     * @throws EngineException when it cannot be started, or the same component of another parent is still running
     */
    public EngineProcess start(ChildCommand child) {
        Path pidFile = run.resolve(child.name() + ".pid");
        awaitPredecessor(child.name(), pidFile);
        LogFile log = LogFile.rotated(logs.resolve(child.name() + ".log"));
        List<String> command = new ArrayList<>(List.of(
                "sh",
                script.toString(),
                pidFile.toString(),
                child.stopSignal(),
                Long.toString(child.grace().toSeconds())));
        command.addAll(child.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        builder.environment().putAll(child.environment());
        try {
            Files.deleteIfExists(pidFile);
            Process process = builder.start();
            EngineProcess started =
                    new EngineProcess(child.name(), process, awaitPid(child.name(), process, pidFile, log), log);
            RUNNING.add(started);
            return started;
        } catch (IOException e) {
            throw new EngineException("cannot start %s: %s".formatted(child.name(), e.getMessage()), e);
        }
    }

    private void unpackScript() throws IOException {
        byte[] text;
        try (InputStream resource = Tether.class.getResourceAsStream("tether.sh")) {
            text = resource.readAllBytes();
        }
        // A shell reads its script as it goes: a file that one may be running is replaced, never written to.
        if (!Files.exists(script) || !java.util.Arrays.equals(Files.readAllBytes(script), text)) {
            Path fresh = Files.createTempFile(run, "tether", ".sh");
            Files.write(fresh, text);
            Files.move(fresh, script, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static long awaitPid(String name, Process tether, Path pidFile, LogFile log) throws IOException {
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < deadline) {
            String text = Files.exists(pidFile) ? Files.readString(pidFile) : "";
            if (text.endsWith("\n")) {
                return Long.parseLong(text.strip());
            }
            if (!tether.isAlive()) {
                break;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        tether.destroy();
        throw new EngineException("cannot start %s: %s".formatted(name, String.join(" ", log.lastLines(3))));
    }

    private static void awaitPredecessor(String name, Path pidFile) {
        List<ProcessHandle> predecessors = ProcessHandle.allProcesses()
                .filter(process -> isTetherOf(process, pidFile))
                .toList();
        long deadline = System.nanoTime() + PREDECESSOR_END_MAX.toNanos();
        for (ProcessHandle predecessor : predecessors) {
            while (predecessor.isAlive()) {
                if (System.nanoTime() > deadline) {
                    throw new EngineException("%s of another run is still alive on the same data (process %d)"
                            .formatted(name, predecessor.pid()));
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    private static boolean isTetherOf(ProcessHandle process, Path pidFile) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(pidFile.toString()))
                .orElse(false);
    }

    private static void keepLogsBounded() {
        while (true) {
            LockSupport.parkNanos(LOG_LOOK_NANOS);
            RUNNING.removeIf(process -> !process.isAlive());
            for (EngineProcess process : RUNNING) {
                try {
                    process.boundLog();
                } catch (UncheckedIOException e) {
                    // The next look tries again; a log must not end its writer.
                }
            }
        }
    }
}
