package org.hathor.api.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hathor.contracts.Endpoints;

/** The real server on a free port, with what a test needs to ask it. */
final class ReadingServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nobody listens there. */
    static final String NOWHERE = "127.0.0.1:9";

    private final EmbeddedServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ReadingServer(EmbeddedServer server) {
        this.server = server;
    }

    /** Reading needs no Kafka and no Flink, so there are none. */
    static ReadingServer start(String postgresJdbcUrl, URI redisUrl, String clickhouseJdbcUrl, Clock clock) {
        Endpoints endpoints = new Endpoints(
                NOWHERE,
                postgresJdbcUrl,
                redisUrl,
                clickhouseJdbcUrl,
                "unused",
                URI.create("http://" + NOWHERE),
                Endpoints.LISTEN_HORIZON_DEFAULT);
        ApplicationContext context = ApplicationContext.builder()
                .properties(Map.of("micronaut.server.port", -1, "micronaut.server.host", "127.0.0.1"))
                .singletons(endpoints)
                .beanDefinitions(io.micronaut.context.RuntimeBeanDefinition.builder(Clock.class, () -> clock)
                        .singleton(true)
                        .build())
                .start();
        return new ReadingServer(context.getBean(EmbeddedServer.class).start());
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** An answer. */
    record Answer(int status, JsonNode body, HttpResponse<?> response) {
        String code() {
            return body.at("/error/code").asText();
        }
    }

    Answer get(String path) {
        return get(path, null);
    }

    /** @param token null to ask as nobody */
    Answer get(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.getURI().resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), json(response.body()), response);
    }

    /** The body as it comes. */
    HttpResponse<InputStream> open(String path) {
        return send(
                HttpRequest.newBuilder(server.getURI().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }

    static List<String> texts(JsonNode items, String pointer) {
        List<String> texts = new java.util.ArrayList<>();
        items.forEach(item -> texts.add(item.at(pointer).asText()));
        return texts;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
