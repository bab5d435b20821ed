package org.hathor.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that kills itself as {@code kill -9} does, at a point that a test chooses. */
public final class KilledJvm {
    /** What a shell reports of a process that died of SIGKILL. */
    public static final int KILLED = 137;

    private KilledJvm() {}

    /**
     * Runs a main class with this JVM's class path and flags of Spark to its end.
     *
     * @return its exit status; {@link #KILLED} after {@link #dieNow}
     */
    public static int run(Class<?> main, Map<String, String> environment, List<String> arguments) throws IOException {
        Process process = start(main, environment, arguments);
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the child neither ended nor died");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts it. */
    public static Process start(Class<?> main, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of("src/main/jvm/spark.args").toAbsolutePath());
        command.add("-Xmx1g");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "killed-jvm", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** SIGKILL to this very process: no hook runs, nothing is flushed. */
    public static void dieNow() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            throw new IllegalStateException("alive after kill -9");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
