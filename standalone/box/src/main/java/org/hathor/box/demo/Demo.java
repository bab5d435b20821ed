package org.hathor.box.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hathor.box.Accounts;
import org.hathor.box.BoxSettings;
import org.hathor.box.BoxState;
import org.hathor.box.CommandException;
import org.hathor.box.Console;
import org.hathor.box.ForegroundBox;
import org.hathor.box.Program;
import org.hathor.box.ProgramRun;

/** The main job, shown: a population that listens live, every job run once, and the numbers compared. */
public final class Demo {
    private static final String HISTORY = "P10D";
    /** The first waits for all of the past to be committed and merges what is late, so that the others see it whole. */
    private static final List<String> JOBS = List.of(
            "reconcile", "daily-stats", "train-recommendations", "extract-audio-features", "build-fingerprints");

    private static final Duration VISIBLE_MAX = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BoxSettings settings;
    private final HttpClient http = HttpClient.newHttpClient();

    public Demo(BoxSettings settings) {
        this.settings = settings;
    }

    /** Starts the box, shows everything, and returns when it is stopped. */
    public void run() throws IOException, InterruptedException {
        try (ForegroundBox box = ForegroundBox.start(settings)) {
            Console console = box.console();
            BoxState state = box.state();
            box.announce();
            Path folder = settings.data().resolve("demo");
            Path done = folder.resolve("summary.txt");
            boolean first = !Files.exists(done);
            ProgramRun run = new ProgramRun(settings.root(), settings.data(), state)
                    .with("HATHOR_TOKEN", Accounts.of(state).ingestToken());
            console.step(
                    first ? "a population arrives with ten days of listening behind it" : "the population listens on");
            try (Population population = Population.start(
                    run, state.httpUrl(), first ? HISTORY : "PT0S", folder.resolve("truth.json"), console)) {
                if (first) {
                    Files.writeString(done, show(run, state, population, folder, console));
                }
                Files.readAllLines(done).forEach(console::line);
                console.line("");
                console.line("  Open %s  ·  your own token: ./hathor user create NAME".formatted(state.httpUrl()));
                console.line("  It keeps running, with people listening live, until Ctrl-C.");
                box.awaitStop();
            }
        }
    }

    private String show(ProgramRun run, BoxState state, Population population, Path folder, Console console)
            throws IOException, InterruptedException {
        JsonNode past = population.awaitPast();
        awaitVisible(state, past.get("listens").asLong(), console);
        Recordings.make(run, Path.of(state.environment().get("AUDIO_OBJECTS")), settings.data(), console);
        Map<String, JsonNode> reports = new LinkedHashMap<>();
        for (String job : JOBS) {
            console.step("job %s", job);
            reports.put(job, job(run, job));
        }
        JsonNode truth = new TruthScore(run, state.environment().get("CLICKHOUSE_JDBC_URL")).score(folder);
        return DemoSummary.of(past, overview(state), reports, truth);
    }

    private JsonNode job(ProgramRun run, String job) throws IOException, InterruptedException {
        Process process = run.start(
                Program.BATCH, List.of(job, "--json"), ProcessBuilder.Redirect.PIPE, ProcessBuilder.Redirect.INHERIT);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new CommandException("job %s ended with status %d: %s".formatted(job, status, output.strip()));
        }
        String last = output.lines().filter(line -> line.startsWith("{")).reduce("{}", (before, line) -> line);
        return JSON.readTree(last);
    }

    private void awaitVisible(BoxState state, long listens, Console console) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + VISIBLE_MAX.toNanos();
        long seen = overview(state).get("listens").asLong();
        while (seen < listens) {
            if (System.nanoTime() > deadline) {
                throw new CommandException("only %d of %d listens became visible within %d minutes"
                        .formatted(seen, listens, VISIBLE_MAX.toMinutes()));
            }
            console.step("  %,d of %,d listens counted", seen, listens);
            Thread.sleep(2_000);
            seen = overview(state).get("listens").asLong();
        }
        console.step("  all %,d listens of the past are counted", listens);
    }

    private JsonNode overview(BoxState state) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(state.httpUrl() + "/api/analytics/overview"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new CommandException("the API answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
