package org.hathor.box.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.hathor.box.CommandException;
import org.hathor.box.Console;
import org.hathor.box.Program;
import org.hathor.box.ProgramRun;

/** The simulated population of a demo: it sends its past, then lives on, an hour in a minute, until the demo ends. */
final class Population implements AutoCloseable {
    /** The same world for everyone who asks about it. */
    static final List<String> WORLD = List.of("--seed", "1", "--users", "800", "--artists", "300", "--tracks", "3000");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process simulator;
    private final CompletableFuture<JsonNode> past;

    private Population(Process simulator, CompletableFuture<JsonNode> past) {
        this.simulator = simulator;
        this.past = past;
    }

    /**
     * Starts the simulator against a box.
     *
     * @param history how much of the past it sends first, ISO 8601; PT0S for none
     * @param run with the token in its environment
     */
    static Population start(ProgramRun run, String httpUrl, String history, Path truth, Console console)
            throws IOException {
        Files.createDirectories(truth.getParent());
        List<String> arguments = new ArrayList<>(WORLD);
        arguments.addAll(List.of("--url", httpUrl, "--history", history, "--duplicates", "0.01", "--speed", "60"));
        arguments.addAll(List.of("--truth", truth.toString(), "--json"));
        Process simulator =
                run.start(Program.SIMULATOR, arguments, ProcessBuilder.Redirect.PIPE, ProcessBuilder.Redirect.PIPE);
        CompletableFuture<JsonNode> past = new CompletableFuture<>();
        read(simulator.inputReader(StandardCharsets.UTF_8), "population-out", line -> {
            if (line.contains("\"stage\":\"history\"")) {
                past.complete(JSON.readTree(line));
            }
        });
        read(
                new BufferedReader(new InputStreamReader(simulator.getErrorStream(), StandardCharsets.UTF_8)),
                "population-err",
                line -> {
                    if (!past.isDone()) {
                        console.step("  %s", line);
                    }
                });
        simulator
                .onExit()
                .thenRun(() -> past.completeExceptionally(
                        new CommandException("the simulator ended with status %d".formatted(simulator.exitValue()))));
        return new Population(simulator, past);
    }

    /** What the past came to, once all of it is acknowledged. */
    JsonNode awaitPast() throws InterruptedException {
        try {
            return past.get(15, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new CommandException(
                    "the population could not be simulated: " + e.getCause().getMessage(), e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new CommandException("the population's past was not sent within 15 minutes", e);
        }
    }

    @Override
    public void close() {
        simulator.destroy();
    }

    private interface LineReader {
        void read(String line) throws IOException;
    }

    private static void read(BufferedReader lines, String name, LineReader reader) {
        Thread thread = new Thread(
                () -> {
                    try (lines) {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            reader.read(line);
                        }
                    } catch (IOException e) {
                        // The simulator has ended; its status tells why.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
