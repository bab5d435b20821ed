package org.hathor.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A child process on its {@link Tether}: it ends when it is stopped, and when this JVM ends in whatever way, because
 * the tether sees the pipe close that this object holds open.
 */
public final class EngineProcess implements AutoCloseable {
    /** What the tether needs at most to kill what outlived the grace. */
    private static final Duration KILL_MAX = Duration.ofSeconds(5);

    private final String name;
    private final Process tether;
    private final long pid;
    private final LogFile log;
    private final CompletableFuture<Integer> ended;

    EngineProcess(String name, Process tether, long pid, LogFile log) {
        this.name = name;
        this.tether = tether;
        this.pid = pid;
        this.log = log;
        // Were the tether itself killed, its watcher is still there and stops the child at the end of the pipe.
        this.ended = tether.onExit().thenApply(process -> {
            release(process.getOutputStream());
            return process.exitValue();
        });
    }

    public String name() {
        return name;
    }

    /** The process id of the command itself, not of its tether. */
    public long pid() {
        return pid;
    }

    public boolean isAlive() {
        return tether.isAlive();
    }

    /** Completes with the exit status (128 + signal for a killed process) once nothing of the process is left. */
    public CompletableFuture<Integer> onExit() {
        return ended.copy();
    }

    /** Empty while it runs. */
    public OptionalInt exitStatus() {
        return tether.isAlive() ? OptionalInt.empty() : OptionalInt.of(tether.exitValue());
    }

    /** Where its output goes. */
    public Path logFile() {
        return log.path();
    }

    public List<String> lastLogLines(int count) {
        return log.lastLines(count);
    }

    /** Resident memory of the process, its descendants and its tether; see {@link ProcessMemory}. */
    public long residentBytes() {
        return family().mapToLong(process -> ProcessMemory.residentBytes(process.pid()))
                .sum();
    }

    /** Asks the process to end, kills it and all it started after the grace, and returns when nothing is left. */
    public void stop(Duration grace) {
        List<ProcessHandle> family = family().toList();
        OutputStream pipe = tether.getOutputStream();
        try {
            pipe.write("%d\n".formatted(Math.max(0, grace.toSeconds())).getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            // It has ended already.
        }
        release(pipe);
        try {
            if (!tether.waitFor(grace.plus(KILL_MAX).toMillis(), TimeUnit.MILLISECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            family.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop(Engine.STOP_GRACE);
    }

    /** Whether it is this process that listens on the port, and not somebody else's. */
    boolean owns(int port) {
        return PortOwner.isOneOf(family(), port);
    }

    void boundLog() {
        log.bound();
    }

    private Stream<ProcessHandle> family() {
        return Stream.concat(Stream.of(tether.toHandle()), tether.descendants());
    }

    private static void release(OutputStream pipe) {
        try {
            pipe.close();
        } catch (IOException e) {
            // Nobody reads it any more.
        }
    }
}
