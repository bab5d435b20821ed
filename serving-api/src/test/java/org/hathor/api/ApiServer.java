package org.hathor.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.hathor.contracts.Endpoints;
import org.hathor.engines.TestEngines;
import org.hathor.serving.Database;
import org.hathor.serving.auth.Scope;
import org.hathor.serving.auth.Tokens;
import org.hathor.serving.users.User;
import org.hathor.serving.users.Users;

/** The real server on a free port with a real PostgreSQL, and a Kafka where the test has one. */
final class ApiServer implements AutoCloseable {
    /** Nobody listens there. */
    static final String NOWHERE = "127.0.0.1:9";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddedServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ApiServer(EmbeddedServer server) {
        this.server = server;
    }

    static ApiServer start(String kafkaBootstrap, Map<String, Object> settings) {
        Endpoints endpoints = new Endpoints(
                kafkaBootstrap,
                TestEngines.postgresJdbcUrl(),
                URI.create("redis://" + NOWHERE),
                "jdbc:clickhouse://%s/hathor".formatted(NOWHERE),
                "unused",
                URI.create("http://" + NOWHERE),
                Endpoints.LISTEN_HORIZON_DEFAULT);
        ApplicationContext context = ApplicationContext.builder()
                .properties(Map.of("micronaut.server.port", 0))
                .properties(settings)
                .singletons(endpoints)
                .start();
        ApiServer started = new ApiServer(context.getBean(EmbeddedServer.class).start());
        // The server does this too, but not before it answers.
        started.bean(Database.class).migrate();
        return started;
    }

    /** A user of that name with a new token of that scope; the token's secret. */
    String token(String name, Scope scope) {
        Users users = bean(Users.class);
        User user = users.findByName(name).orElseGet(() -> users.create(name));
        return bean(Tokens.class).issue(user, scope, "test").secret();
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    URI uri(String path) {
        return server.getURI().resolve(path);
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** @param headers names and values in turn */
    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + response.body(), e);
        }
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
