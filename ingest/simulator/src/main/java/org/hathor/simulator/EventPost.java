package org.hathor.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The platform's door for events: {@code POST /api/analytics/events}. */
final class EventPost {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** What the platform said to a batch. */
    sealed interface Answer {
        /** Every event was judged; the refused ones by their place, with the code. */
        record Judged(Map<Integer, String> codes) implements Answer {}

        /** Nothing was taken; the same batch may be sent again after that time. */
        record Away(String reason, long retryAfterMs) implements Answer {}
    }

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI uri;
    private final String token;

    /**
     * @param platform the platform's address, e.g. {@code http://localhost:8080}
     * @param token a token of scope ingest
     */
    EventPost(URI platform, String token) {
        this.uri = URI.create(platform.toString().replaceAll("/+$", "") + "/api/analytics/events");
        this.token = token;
    }

    /**
     * Posts a JSON array of events.
     *
     * @throws SinkFailedException when the platform refuses the request as such: trying again would change nothing
     */
    Answer post(byte[] body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Answer.Away("%s: %s".formatted(uri, reason), 0);
        }
        return answer(response);
    }

    private Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 202 || status == 200) {
            return new Answer.Judged(codes(json(response).path("rejected")));
        }
        if (status == 503 || status == 429 || status == 502 || status == 504) {
            long seconds = response.headers()
                    .firstValue("Retry-After")
                    .filter(text -> text.matches("\\d{1,6}"))
                    .map(Long::parseLong)
                    .orElse(0L);
            return new Answer.Away("%s answered %d".formatted(uri, status), seconds * 1000);
        }
        if (status == 400) {
            JsonNode details = json(response).path("error").path("details");
            Map<Integer, String> codes = codes(details.isArray() ? details : details.path("rejected"));
            if (!codes.isEmpty()) {
                return new Answer.Judged(codes);
            }
        }
        String hint = status == 401 || status == 403 ? "; a token of scope ingest is needed" : "";
        throw new SinkFailedException(
                "%s answered %d%s: %s".formatted(uri, status, hint, abridged(response.body())), null);
    }

    private static Map<Integer, String> codes(JsonNode rejected) {
        Map<Integer, String> codes = new HashMap<>();
        for (JsonNode one : rejected) {
            codes.put(one.path("index").asInt(-1), one.path("code").asText("UNKNOWN"));
        }
        return codes;
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new SinkFailedException("the answer is no JSON: " + abridged(response.body()), e);
        }
    }

    private static String abridged(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500) + " …";
    }
}
