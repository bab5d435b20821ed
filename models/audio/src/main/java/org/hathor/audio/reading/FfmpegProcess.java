package org.hathor.audio.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One run of ffmpeg under the kernel's limits of processor time and address space, forbidden to write any file.
 *
 * <p>Time spent waiting for it is measured by {@link #waitFor}; when the allowance is gone the process is killed, so
 * that whoever waits finds the end of the stream. One thread per run reads what it says on standard error and keeps the
 * head and the tail of it.
 */
final class FfmpegProcess implements Closeable {
    private static final int LOG_CHARS_MAX = 32_768;
    private static final int CPU_GRACE_SECONDS = 2;
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final Process process;
    private final Thread listener;
    private final StringBuilder log = new StringBuilder();
    private long allowanceNanos;
    private volatile boolean outOfTime;

    private FfmpegProcess(Process process, Duration waitMax) {
        this.process = process;
        this.allowanceNanos = waitMax.toNanos();
        this.listener = new Thread(this::listen, "ffmpeg-log-" + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts it; only where {@code output} is a file may it write one, and then only that. */
    static FfmpegProcess start(
            Ffmpeg ffmpeg, List<String> arguments, ReadingLimits limits, Redirect input, Redirect output) {
        long seconds = limits.cpuMax().toSeconds();
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "ulimit -c 0 && ulimit -S -t %d && ulimit -H -t %d && ulimit -v %d && %s exec \"$0\" \"$@\""
                        .formatted(
                                seconds,
                                seconds + CPU_GRACE_SECONDS,
                                limits.memoryBytesMax() >> 10,
                                output == Redirect.PIPE ? "ulimit -f 0 &&" : ""),
                ffmpeg.executable().toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectInput(input).redirectOutput(output);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        try {
            return new FfmpegProcess(builder.start(), limits.waitMax());
        } catch (IOException e) {
            throw new IllegalStateException("no child process can be started: " + e.getMessage(), e);
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    /** Runs something that blocks until the process acts; the time it takes is charged to the allowance. */
    <T> T waitFor(Blocking<T> blocking) throws IOException {
        long start = System.nanoTime();
        ScheduledFuture<?> alarm = WATCH.schedule(this::runOut, allowanceNanos, TimeUnit.NANOSECONDS);
        try {
            return blocking.run();
        } finally {
            alarm.cancel(false);
            allowanceNanos = Math.max(0, allowanceNanos - (System.nanoTime() - start));
        }
    }

    /** How it ended, as the shell counts: 128 and more for a signal. */
    int exitStatus() throws IOException {
        return waitFor(() -> {
            try {
                int status = process.waitFor();
                listener.join();
                return status;
            } catch (InterruptedException e) {
                process.toHandle().destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while ffmpeg ended", e);
            }
        });
    }

    boolean outOfTime() {
        return outOfTime;
    }

    /** What it said, each line with its level in brackets; the middle is left out where there was too much. */
    String log() {
        synchronized (log) {
            return log.toString();
        }
    }

    /** Kills it if it still runs, and waits until it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        while (true) {
            try {
                process.waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        try {
            process.getInputStream().close();
            process.getOutputStream().close();
        } catch (IOException e) {
            // The other end of the pipe is gone; so is what was in it.
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOut() {
        outOfTime = true;
        // By its handle: the process itself would also close the streams under the one who waits on them.
        process.toHandle().destroyForcibly();
    }

    private void listen() {
        byte[] buffer = new byte[4096];
        try (InputStream errors = process.getErrorStream()) {
            for (int n = errors.read(buffer); n >= 0; n = errors.read(buffer)) {
                synchronized (log) {
                    log.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                    if (log.length() > LOG_CHARS_MAX) {
                        log.delete(LOG_CHARS_MAX / 2, log.length() - LOG_CHARS_MAX / 4);
                    }
                }
            }
        } catch (IOException e) {
            // Killed while it spoke: what it said so far is what there is.
        }
    }

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "ffmpeg-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** Something that blocks on the process. */
    interface Blocking<T> {
        T run() throws IOException;
    }
}
