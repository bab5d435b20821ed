package org.hathor.box.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** A client of {@code POST /api/analytics/events} that keeps several requests in flight. */
final class EventDoor {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI events;
    private final String token;

    EventDoor(String httpUrl, String token) {
        this.events = URI.create(httpUrl + "/api/analytics/events");
        this.token = token;
    }

    /**
     * Sends every body and returns once each is acknowledged.
     *
     * @param inFlight how many requests wait for their answer at most
     * @throws IllegalStateException when one is not answered with 202
     */
    void sendAll(List<byte[]> bodies, int inFlight) throws InterruptedException {
        Semaphore places = new Semaphore(inFlight);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (byte[] body : bodies) {
            places.acquire();
            send(body).whenComplete((answer, thrown) -> {
                if (thrown != null) {
                    failure.compareAndSet(null, thrown);
                }
                places.release();
            });
        }
        places.acquire(inFlight);
        if (failure.get() != null) {
            throw new IllegalStateException(
                    "a batch was not acknowledged: " + failure.get().getMessage(), failure.get());
        }
    }

    /** Sends one body; completes when it is acknowledged. */
    CompletableFuture<Void> send(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(EventBatches.publisher(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenAccept(response -> {
            if (response.statusCode() != 202) {
                throw new IllegalStateException("HTTP %d: %s".formatted(response.statusCode(), head(response.body())));
            }
        });
    }

    private static String head(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }
}
