package org.hathor.streaming;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hathor.contracts.Endpoints;

/** {@link StreamingMain} as a process of its own, which a test may kill like a power cut would. */
public final class StreamingProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Flink answers at (http://\\S+)");

    private final Endpoints endpoints;
    private final Path data;
    private final List<String> jobs;
    private Process process;

    /** @param jobs names of the jobs to run */
    public StreamingProcess(Endpoints endpoints, Path data, String... jobs) {
        this.endpoints = endpoints;
        this.data = data;
        this.jobs = List.of(jobs);
    }

    /** Starts it; what it says is appended to {@code streaming.log} in the data folder. */
    public void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StreamingMain.class.getName()));
        command.addAll(jobs);
        Map<String, String> environment = new HashMap<>(endpoints.toEnvironment());
        environment.put("HATHOR_DATA", data.toString());
        environment.put("FLINK_REST_PORT", "0");
        environment.put("HATHOR_CHECKPOINT_INTERVAL", "PT0.5S");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    }

    /** SIGKILL: nothing is flushed, nobody is told. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Where the Flink that was started last answers; empty while it does not yet. */
    public Optional<URI> flink() throws IOException {
        String said = said();
        Matcher address = ADDRESS.matcher(said.substring(Math.max(0, said.lastIndexOf("Endpoints["))));
        return address.find() ? Optional.of(URI.create(address.group(1))) : Optional.empty();
    }

    /** All that it has said. */
    public String said() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private Path log() {
        return data.resolve("streaming.log");
    }
}
