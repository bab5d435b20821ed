package org.hathor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hathor.engines.TestEngines;
import org.hathor.gateway.KafkaTopics;
import org.hathor.serving.auth.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class EventsDoorTest {
    private static final String DOOR = "/api/analytics/events";
    private static ApiServer server;

    @BeforeAll
    static void start() {
        KafkaTopics.ensure(TestEngines.kafkaBootstrap());
        server = ApiServer.start(TestEngines.kafkaBootstrap(), Map.of());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void oneEventAListAndAnEnvelopeAreAllTaken() {
        String anna = server.token("anna", Scope.SELF);
        for (String body : new String[] {listen("1"), "[" + listen("2") + "]", "{\"events\":[" + listen("3") + "]}"}) {
            HttpResponse<String> answer = post(anna, body);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
        }
    }

    @Test
    void theWrongOnesAmongTheRightAreNamed() {
        HttpResponse<String> answer = post(
                server.token("anna", Scope.SELF),
                "[%s,%s,%s]"
                        .formatted(
                                listen("1"),
                                listen("2").replace("\"msPlayed\":1000", "\"msPlayed\":-1"),
                                listen("3").replace("}", ",\"userId\":\"bert\"}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode body = ApiServer.json(answer);
        assertThat(body.at("/accepted").asInt()).isEqualTo(1);
        assertThat(body.at("/rejected/0").toString())
                .isEqualTo(
                        "{\"index\":1,\"code\":\"OUT_OF_RANGE\",\"field\":\"msPlayed\",\"message\":\"msPlayed is -1: send 0 or more\"}");
        assertThat(body.at("/rejected/1/index").asInt()).isEqualTo(2);
        assertThat(body.at("/rejected/1/code").asText()).isEqualTo("FORBIDDEN_USER");
    }

    @Test
    void nothingAcceptedIsAnError() {
        HttpResponse<String> answer = post(
                server.token("anna", Scope.SELF),
                listen("1").replace("}", ",\"colour\":\"red\"}"),
                "X-Request-Id",
                "mine-7");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = ApiServer.json(answer).at("/error");
        assertThat(error.at("/code").asText()).isEqualTo("NOTHING_ACCEPTED");
        assertThat(error.at("/details/accepted").asInt()).isZero();
        assertThat(error.at("/details/rejected/0/code").asText()).isEqualTo("UNKNOWN_FIELD");
        assertThat(error.at("/details/rejected/0/field").asText()).isEqualTo("colour");
        assertThat(error.at("/requestId").asText()).isEqualTo("mine-7");
        assertThat(Instant.parse(error.at("/timestamp").asText())).isNotNull();
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("mine-7");
    }

    @Test
    void aTokenOfScopeIngestWritesForEveryoneAndAboutTheCatalogue() {
        String importer = server.token("importer", Scope.INGEST);
        String forBert = listen("1").replace("}", ",\"userId\":\"bert\"}");
        String artist = "{\"type\":\"artist\",\"name\":\"Can\"}";

        assertThat(post(importer, "[%s,%s]".formatted(forBert, artist)).body())
                .isEqualTo("{\"accepted\":2,\"rejected\":[]}");
        assertThat(post(server.token("anna", Scope.SELF), "[%s,%s]".formatted(forBert, artist))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsAskingMustBeKnown() {
        HttpResponse<String> nobody = server.post(DOOR, listen("1"), "Content-Type", "application/json");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(code(nobody)).isEqualTo("TOKEN_MISSING");
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");

        for (String header : new String[] {"Bearer hth_unknown", "Basic YTpi", "Bearer", "hth_x", "Bearer a b"}) {
            HttpResponse<String> stranger =
                    server.post(DOOR, listen("1"), "Content-Type", "application/json", "Authorization", header);
            assertThat(stranger.statusCode()).as(header).isEqualTo(401);
            assertThat(code(stranger)).isEqualTo("TOKEN_INVALID");
        }

        String anna = server.token("anna", Scope.SELF);
        for (String scheme : new String[] {"Bearer", "bearer", "Token", "token"}) {
            assertThat(server.post(
                                    DOOR,
                                    listen("1"),
                                    "Content-Type",
                                    "application/json",
                                    "Authorization",
                                    scheme + " " + anna)
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void aBodyThatIsNoListOfEventsIsRefusedAsAWhole() {
        String anna = server.token("anna", Scope.SELF);
        assertThat(code(post(anna, "{\"type\":"))).isEqualTo("MALFORMED_JSON");
        assertThat(code(post(anna, ""))).isEqualTo("MALFORMED_JSON");
        assertThat(code(post(anna, listens(1_001)))).isEqualTo("TOO_MANY_EVENTS");
        assertThat(post(anna, listens(1_001)).statusCode()).isEqualTo(400);
        assertThat(post(anna, listens(1_000)).statusCode()).isEqualTo(202);
    }

    @Test
    void aBodyMayBeFourMebibytes() {
        String anna = server.token("anna", Scope.SELF);
        String blanks = " ".repeat((4 << 20) - listen("1").length());
        assertThat(post(anna, listen("1") + blanks).statusCode()).isEqualTo(202);
        HttpResponse<String> larger = post(anna, listen("1") + blanks + " ");
        assertThat(larger.statusCode()).isEqualTo(413);
        assertThat(code(larger)).isEqualTo("BODY_TOO_LARGE");
        HttpResponse<String> huge = post(anna, " ".repeat(11 << 20));
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(code(huge)).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void otherMediaTypesAndMethodsAreRefusedInTheSameShape() {
        String anna = "Bearer " + server.token("anna", Scope.SELF);
        HttpResponse<String> text = server.post(DOOR, listen("1"), "Content-Type", "text/plain", "Authorization", anna);
        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(code(text)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        HttpResponse<String> get = server.get(DOOR);
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(code(get)).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void whoAsksTooOftenIsHeldAndToldForHowLong() {
        try (ApiServer strict = ApiServer.start(TestEngines.kafkaBootstrap(), Map.of("HATHOR_RATE_LIMIT", 3))) {
            String often = "Bearer " + strict.token("often", Scope.SELF);
            String trusted = "Bearer " + strict.token("trusted", Scope.INGEST);
            HttpResponse<String> last = null;
            // Twice a window's worth and one: wherever the window ends, one of them has too many.
            for (int i = 0; i < 7; i++) {
                HttpResponse<String> answer =
                        strict.post(DOOR, listen("1"), "Content-Type", "application/json", "Authorization", often);
                last = answer.statusCode() == 429 ? answer : last;
                assertThat(strict.post(DOOR, listen("1"), "Content-Type", "application/json", "Authorization", trusted)
                                .statusCode())
                        .isEqualTo(202);
            }
            assertThat(last).isNotNull();
            assertThat(code(last)).isEqualTo("RATE_LIMITED");
            assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 10L);
            assertThat(last.headers().firstValue("X-RateLimit-Remaining")).contains("0");
        }
    }

    @Test
    void acceptedAndRejectedAreMetrics() {
        post(server.token("anna", Scope.SELF), "[%s,{\"type\":\"nonsense\"}]".formatted(listen("1")));

        String metrics = server.get("/prometheus").body();
        assertThat(metrics)
                .contains("hathor_gateway_accepted_total")
                .contains("hathor_gateway_rejected_total{code=\"UNKNOWN_TYPE\"}")
                .contains("hathor_gateway_publishing_seconds_count");
    }

    @Test
    void withoutKafkaTheServerStartsAndNothingIsAcknowledged() {
        try (ApiServer alone = ApiServer.start(ApiServer.NOWHERE, Map.of())) {
            HttpResponse<String> answer = alone.post(
                    DOOR,
                    listen("1"),
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Bearer " + alone.token("anna", Scope.SELF));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(code(answer)).isEqualTo("INGEST_UNAVAILABLE");
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isPositive();

            HttpResponse<String> scrobble = alone.post(
                    "/1/submit-listens",
                    "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965,\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\"}}]}",
                    "Authorization",
                    "Token " + alone.token("anna", Scope.SELF));
            assertThat(scrobble.statusCode()).isEqualTo(503);
            assertThat(ApiServer.json(scrobble).at("/code").asInt()).isEqualTo(503);
            assertThat(scrobble.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static HttpResponse<String> post(String token, String body, String... headers) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "Content-Type", "application/json", "Authorization", "Bearer " + token),
                        java.util.stream.Stream.of(headers))
                .toArray(String[]::new);
        return server.post(DOOR, body, all);
    }

    private static String code(HttpResponse<String> answer) {
        return ApiServer.json(answer).at("/error/code").asText();
    }

    private static String listens(int count) {
        return IntStream.range(0, count).mapToObj(i -> listen("n" + i)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String listen(String id) {
        return "{\"type\":\"listen\",\"listenId\":\"%s\",\"trackId\":\"t\",\"startedAt\":\"2024-05-01T12:00:00Z\",\"msPlayed\":1000}"
                .formatted(id);
    }
}
