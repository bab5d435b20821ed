package org.hathor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hathor.simulator.EventSink.Copy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sink against a door of our own that answers as the platform's does. */
final class HttpSinkTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world = World.of(SimulationConfig.of(2, 60, 10, 100));
    private final List<SimulatedEvent> events =
            Events.between(world, Events.FROM, Events.FROM.plus(Duration.ofHours(12)));
    private final List<JsonNode> received = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        server.start();
    }

    @AfterEach
    void shut() {
        server.stop(0);
    }

    @Test
    void everythingArrivesOnceThoughTheDoorIsShutNowAndThen() {
        answer((body, n) -> n % 3 == 1 ? new Reply(503, "{}") : accept(body));
        Tally tally = new Tally(world);
        HttpSink sink = new HttpSink(new EventPost(address, "secret"), 3, 100, tally);
        events.forEach(event -> sink.send(event, Copy.FIRST));
        sink.close();

        assertThat(tally.events()).isEqualTo(events.size()).isGreaterThan(1_000);
        assertThat(sink.outcome().accepted()).isEqualTo(events.size());
        assertThat(sink.outcome().retries()).isPositive();
        assertThat(received).hasSize(events.size());
        Set<String> sent = new HashSet<>(Events.lines(events));
        assertThat(received.stream().map(JsonNode::toString).filter(sent::contains))
                .hasSize(sent.size());
    }

    @Test
    void refusedEventsAreCountedByCodeAndNotInTheTruth() {
        answer((body, n) -> n == 1
                ? new Reply(
                        202,
                        "{\"accepted\":99,\"rejected\":[{\"index\":0,\"code\":\"BAD\",\"field\":\"x\",\"message\":\"m\"}]}")
                : new Reply(
                        400,
                        "{\"error\":{\"code\":\"X\",\"details\":{\"rejected\":[{\"index\":0,\"code\":\"WORSE\"}]}}}"));
        Tally tally = new Tally(world);
        HttpSink sink = new HttpSink(new EventPost(address, "secret"), 1, 100, tally);
        events.subList(0, 101).forEach(event -> sink.send(event, Copy.FIRST));
        sink.close();

        assertThat(sink.outcome().rejected()).containsEntry("BAD", 1L).containsEntry("WORSE", 1L);
        assertThat(tally.events()).isEqualTo(99);
    }

    @Test
    void aWrongTokenEndsTheRunAtOnce() {
        answer((body, n) -> new Reply(401, "{\"error\":{\"code\":\"UNAUTHENTICATED\"}}"));
        HttpSink sink = new HttpSink(new EventPost(address, "wrong"), 1, 10, new Tally(world));
        events.subList(0, 10).forEach(event -> sink.send(event, Copy.FIRST));

        assertThatThrownBy(sink::drain)
                .isInstanceOf(SinkFailedException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("scope ingest");
        assertThat(requests.get()).isEqualTo(1);
    }

    private Reply accept(String body) throws IOException {
        JsonNode array = JSON.readTree(body);
        synchronized (received) {
            array.forEach(received::add);
        }
        return new Reply(202, "{\"accepted\":%d,\"rejected\":[]}".formatted(array.size()));
    }

    private void answer(Door door) {
        server.createContext("/api/analytics/events", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = door.answer(body, requests.incrementAndGet());
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private record Reply(int status, String body) {}

    private interface Door {
        Reply answer(String body, int request) throws IOException;
    }
}
