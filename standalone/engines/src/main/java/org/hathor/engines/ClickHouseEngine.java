package org.hathor.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * ClickHouse with one database, {@code hathor}: a {@code clickhouse} server where the machine has one
 * ({@code CLICKHOUSE_BINARY}, or on the PATH), else the embedded engine behind a small HTTP server in Node.
 */
public final class ClickHouseEngine implements Engine {
    static final int USUAL_PORT = 8123;

    private static final String DATABASE = "hathor";
    private static final String USER = "hathor";
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final EngineProcess process;
    private final int port;
    private final String password;

    private ClickHouseEngine(EngineProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    static ClickHouseEngine start(Site site, int usualPort) {
        String password = site.secrets().text("clickhouse");
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PROBE_TIMEOUT)
                .build();
        Path binary = ClickHouseBinary.find(site.environment()).orElse(null);
        Launch launch = Launch.of(
                site,
                "clickhouse",
                usualPort,
                START_MAX,
                port -> binary == null
                        ? embedded(site, port, password)
                        : ClickHouseBinary.command(binary, site, port, USER, password),
                port -> hasDatabase(client, port, password));
        return new ClickHouseEngine(launch.process(), launch.port(), password);
    }

    @Override
    public String name() {
        return "clickhouse";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public EngineProcess process() {
        return process;
    }

    /** With database, user and password. */
    public String jdbcUrl() {
        return "jdbc:clickhouse://127.0.0.1:%d/%s?user=%s&password=%s&compress=false"
                .formatted(port, DATABASE, USER, password);
    }

    private static ChildCommand embedded(Site site, int port, String password) {
        Path server = site.distribution().node().resolve("server.mjs");
        Path home = site.data().resolve("clickhouse");
        try {
            Folders.createPrivate(home);
        } catch (IOException e) {
            throw new EngineException("cannot write to %s: %s".formatted(home, e.getMessage()), e);
        }
        List<String> command = List.of(
                Programs.node(site.environment()).toString(),
                server.toString(),
                home.toString(),
                Integer.toString(port));
        return ChildCommand.of("clickhouse", command)
                .withEnvironment(Map.of(
                        "CLICKHOUSE_USER",
                        USER,
                        "CLICKHOUSE_PASSWORD",
                        password,
                        "UV_THREADPOOL_SIZE",
                        "8",
                        "TZ",
                        "UTC"));
    }

    private static boolean hasDatabase(HttpClient client, int port, String password) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                .timeout(PROBE_TIMEOUT)
                .header("X-ClickHouse-User", USER)
                .header("X-ClickHouse-Key", password)
                .POST(HttpRequest.BodyPublishers.ofString("CREATE DATABASE IF NOT EXISTS " + DATABASE))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
