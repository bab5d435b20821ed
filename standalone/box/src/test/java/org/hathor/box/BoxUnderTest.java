package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A box driven as a user drives it: by the command line and by HTTP, every part a real process. */
final class BoxUnderTest implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration COMMAND_MAX = Duration.ofMinutes(8);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path data;

    BoxUnderTest(Path data) {
        this.data = data;
    }

    /** How a command ended, and what it printed. */
    record Outcome(int status, String output) {
        /** The last line that is a JSON object. */
        JsonNode json() throws IOException {
            List<String> lines =
                    output.lines().filter(line -> line.startsWith("{")).toList();
            assertThat(lines).as("JSON in:%n%s", output).isNotEmpty();
            return JSON.readTree(lines.get(lines.size() - 1));
        }
    }

    Path data() {
        return data;
    }

    void up() throws IOException, InterruptedException {
        Outcome up = command("up", "--detach", "--http-port", "0");
        assertThat(up.status()).as(up.output()).isZero();
    }

    /** Runs a command of {@code ./hathor} on this box's data folder. */
    Outcome command(String... words) throws IOException, InterruptedException {
        Path target = Hathor.root().resolve("standalone/box/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dhathor.root=" + Hathor.root(),
                "-cp",
                target.resolve("hathor-box-0.1.0-SNAPSHOT.jar") + ":" + target.resolve("lib") + "/*",
                Hathor.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HATHOR_DATA", data.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(COMMAND_MAX.toSeconds(), TimeUnit.SECONDS))
                .as("%s ended", List.of(words))
                .isTrue();
        return new Outcome(process.exitValue(), output);
    }

    BoxState state() {
        return BoxState.requireRunning(data);
    }

    String token(String user, String scope) throws IOException, InterruptedException {
        return command("user", "create", user, "--scope", scope, "--json")
                .json()
                .get("token")
                .asText();
    }

    /** kill -9 of one component. */
    void kill(String component) {
        long pid = state().components().stream()
                .filter(each -> each.name().equals(component) && each.pid() != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process of " + component))
                .pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** kill -9 of the supervisor; every process of the box must follow. */
    void killWhole() {
        List<ProcessHandle> all = processes();
        assertThat(all).hasSizeGreaterThan(5);
        ProcessHandle.of(state().pid()).orElseThrow().destroyForcibly();
        Awaitility.await("every process of the box is gone")
                .atMost(Duration.ofSeconds(40))
                .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** The supervisor and everything below it. */
    List<ProcessHandle> processes() {
        ProcessHandle supervisor = ProcessHandle.of(state().pid()).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(supervisor.descendants().toList());
        all.add(supervisor);
        return all;
    }

    void awaitHealthy() {
        Awaitility.await("the box is healthy")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> BoxState.ofRunning(data).map(BoxState::healthy).orElse(false)
                        && get("/health", null).statusCode() == 200);
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, token);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> post(String path, String token, Object body) throws IOException, InterruptedException {
        String text = body instanceof String string ? string : JSON.writeValueAsString(body);
        return http.send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a batch as a careful client does: again, with the same ids, until it is acknowledged. */
    void postUntilAcknowledged(String token, List<Map<String, Object>> events) {
        Awaitility.await("the batch is acknowledged")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> post("/api/analytics/events", token, Map.of("events", events))
                                .statusCode()
                        == 202);
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(state().httpUrl() + path)).timeout(Duration.ofSeconds(30));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (BoxState.ofRunning(data).isEmpty()) {
            return;
        }
        List<ProcessHandle> all = processes();
        Outcome down = command("down");
        assertThat(down.status()).as(down.output()).isZero();
        assertThat(all).as("processes after down").noneMatch(ProcessHandle::isAlive);
    }
}
