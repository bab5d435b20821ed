package org.hathor.box;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hathor.engines.ChildCommand;
import org.hathor.engines.EngineException;
import org.hathor.engines.EngineProcess;
import org.hathor.engines.Tether;

/** One of the platform's own programs as a component of the box; it is up when its health page says so. */
final class ProgramComponent implements Component {
    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final String name;
    private final Path root;
    private final Program program;
    private final Tether tether;
    private final Map<String, String> environment;
    private final URI health;
    private final Predicate<HttpResponse<String>> healthy;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile EngineProcess process;

    /**
     * @param environment what the program is given; read at each start, so that what engines add before is seen
     * @param health the page that tells whether it is up
     * @param healthy what that page must answer
     */
    ProgramComponent(
            String name,
            Path root,
            Program program,
            Tether tether,
            Map<String, String> environment,
            URI health,
            Predicate<HttpResponse<String>> healthy) {
        this.name = name;
        this.root = root;
        this.program = program;
        this.tether = tether;
        this.environment = environment;
        this.health = health;
        this.healthy = healthy;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return "http://" + health.getAuthority();
    }

    @Override
    public void start() throws InterruptedException {
        EngineProcess started;
        try {
            started = tether.start(ChildCommand.of(name, program.command(root, List.of()))
                    .withEnvironment(new HashMap<>(environment)));
        } catch (EngineException | Program.MissingBuildException e) {
            throw new CommandException("%s did not start: %s".formatted(name, e.getMessage()), e);
        }
        process = started;
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (!answersHealthy()) {
            if (!started.isAlive()) {
                throw new CommandException("%s ended with status %d while it started: %s (see %s)"
                        .formatted(name, started.exitStatus().orElse(-1), lastLine(started), started.logFile()));
            }
            if (System.nanoTime() > deadline) {
                started.stop(Duration.ofSeconds(5));
                throw new CommandException("%s is not healthy after %d s (see %s)"
                        .formatted(name, START_MAX.toSeconds(), started.logFile()));
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    private boolean answersHealthy() throws InterruptedException {
        try {
            return healthy.test(http.send(
                    HttpRequest.newBuilder(health)
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return false;
        }
    }

    private static String lastLine(EngineProcess process) {
        List<String> lines = process.lastLogLines(1);
        return lines.isEmpty() ? "it wrote nothing" : lines.get(0).strip();
    }

    @Override
    public boolean alive() {
        EngineProcess running = process;
        return running != null && running.isAlive();
    }

    @Override
    public Long pid() {
        EngineProcess running = process;
        return running == null ? null : running.pid();
    }

    @Override
    public void stop(Duration grace) {
        EngineProcess running = process;
        if (running != null) {
            running.stop(grace);
        }
    }
}
