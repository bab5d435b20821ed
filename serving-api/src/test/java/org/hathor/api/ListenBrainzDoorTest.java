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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract with scrobblers: request by request the status and body that the protocol's documentation has. */
final class ListenBrainzDoorTest {
    private static final String SUBMIT = "/1/submit-listens";
    private static final String VALIDATE = "/1/validate-token";
    private static ApiServer server;
    private static String token;

    @BeforeAll
    static void start() {
        KafkaTopics.ensure(TestEngines.kafkaBootstrap());
        server = ApiServer.start(TestEngines.kafkaBootstrap(), Map.of("HATHOR_RATE_LIMIT", 100_000));
        token = server.token("Scrobbler", Scope.SELF);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** The example of the documentation, to the letter. */
    private static final String DOCUMENTED =
            """
            {
              "listen_type": "single",
              "payload": [
                {
                  "listened_at": 1443521965,
                  "track_metadata": {
                    "additional_info": {
                      "media_player": "Rhythmbox",
                      "submission_client": "Rhythmbox ListenBrainz Plugin",
                      "submission_client_version": "1.0",
                      "release_mbid": "bf9e91ea-8029-4a04-a26a-224e00a83266",
                      "artist_mbids": [
                        "db92a151-1ac2-438b-bc43-b82e149ddd50"
                      ],
                      "recording_mbid": "98255a8c-017a-4bc7-8dd6-1fa36124572b",
                      "tags": [ "you", "just", "got", "rick rolled!"],
                      "duration_ms": 222000
                    },
                    "artist_name": "Rick Astley",
                    "track_name": "Never Gonna Give You Up",
                    "release_name": "Whenever you need somebody"
                  }
                }
              ]
            }
            """;

    @Test
    void theDocumentedSubmissionIsTaken() {
        assertOk(submit(DOCUMENTED));
        assertOk(server.post(SUBMIT, DOCUMENTED, "Authorization", "Token " + token));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "single      | \"listened_at\":1443521965,",
                "import      | \"listened_at\":1443521965,",
                "playing_now | ``",
                "single      | \"listened_at\":\"1443521965\",",
                "single      | \"listened_at\":1033430400,",
            })
    void whatTheProtocolAllowsIsTaken(String type, String listenedAt) {
        assertOk(submit(body(type, "{%s\"track_metadata\":%s}".formatted(listenedAt, track("")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"additional_info\":{}",
                "\"additional_info\":null",
                "\"additional_info\":{\"duration\":180}",
                "\"additional_info\":{\"duration_ms\":\"180000\"}",
                "\"additional_info\":{\"duration\":2073600}",
                "\"additional_info\":{\"duration_played\":7}",
                "\"additional_info\":{\"duration\":180,\"duration_played\":90000}",
                "\"additional_info\":{\"anything\":{\"else\":[1,2]}}",
                "\"additional_info\":{\"release_mbid\":\"\",\"artist_mbids\":null}",
                "\"additional_info\":{\"submission_client\":\"x\",\"media_player\":\"y\\nz\"}",
                "\"release_name\":\"R\",\"mbid_mapping\":{}",
            })
    void whateverElseAScrobblerTellsIsNoFault(String more) {
        assertOk(submit(
                body("single", "{\"listened_at\":1443521965,\"track_metadata\":%s}".formatted(track("," + more)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"listen_type\":\"single\"}",
                "{\"payload\":[]}",
                "{\"listen_type\":\"single\",\"payload\":[]}",
                "{\"listen_type\":\"single\",\"payload\":{}}",
                "{\"listen_type\":\"single\",\"payload\":[null]}",
                "{\"listen_type\":\"double\",\"payload\":[{}]}",
                "{\"listen_type\":\"SINGLE\",\"payload\":[{}]}",
                "{\"listen_type\":1,\"payload\":[{}]}",
                "{\"listen_type\":\"single\",\"payload\":[{}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965,\"track_metadata\":null}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965,\"track_metadata\":{}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965,\"track_metadata\":{\"artist_name\":\"A\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965,\"track_metadata\":{\"track_name\":\"T\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965,\"track_metadata\":{\"artist_name\":[\"A\"],\"track_name\":\"T\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965,\"track_metadata\":{\"artist_name\":\" \",\"track_name\":\"T\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965,\"track_metadata\":{\"artist_name\":\"A\\u0000\",\"track_name\":\"T\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\"}}]}",
                "{\"listen_type\":\"import\",\"payload\":[{\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\"}}]}",
                "{\"listen_type\":\"playing_now\",\"payload\":[{\"listened_at\":1443521965,\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1443521965,\"mood\":1,\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\"}}]}",
            })
    void whatIsNoSubmissionIsABadRequest(String body) {
        assertError(submit(body), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1033430399", "0", "-1", "\"soon\"", "1.5", "null", "true", "[]", "99999999999"})
    void listenedAtIsAUnixTimeSinceOctober2002AndNotInTheFuture(String listenedAt) {
        assertError(
                submit(body("single", "{\"listened_at\":%s,\"track_metadata\":%s}".formatted(listenedAt, track("")))),
                400);
    }

    @Test
    void listenedAtMayBeNowButNotAnHourFromNow() {
        long now = Instant.now().getEpochSecond();
        assertOk(submit(body("single", "{\"listened_at\":%d,\"track_metadata\":%s}".formatted(now, track("")))));
        assertError(
                submit(body("single", "{\"listened_at\":%d,\"track_metadata\":%s}".formatted(now + 3_600, track("")))),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"duration\":180,\"duration_ms\":180000}",
                "{\"duration\":0}",
                "{\"duration\":-1}",
                "{\"duration\":\"long\"}",
                "{\"duration\":2073601}",
                "{\"duration_ms\":2073600001}",
                "{\"release_mbid\":\"nonsense\"}",
                "{\"recording_mbid\":7}",
                "{\"artist_mbids\":[\"nonsense\"]}",
                "[]",
                "\"x\"",
            })
    void additionalInfoThatTheProtocolForbidsIsABadRequest(String info) {
        assertError(
                submit(body(
                        "single",
                        "{\"listened_at\":1443521965,\"track_metadata\":%s}"
                                .formatted(track(",\"additional_info\":" + info)))),
                400);
    }

    @Test
    void tagsAreBounded() {
        assertOk(submit(tagged(50, 64)));
        assertError(submit(tagged(51, 3)), 400);
        assertError(submit(tagged(1, 65)), 400);
    }

    @Test
    void singleAndPlayingNowHoldExactlyOneAndImportsAThousand() {
        assertError(submit(many("single", 2)), 400);
        assertError(submit(many("playing_now", 2)), 400);
        assertOk(submit(many("import", 1_000)));
        assertError(submit(many("import", 1_001)), 400);
    }

    @Test
    void aListenIsAtMostTenKibibytes() {
        String large = "{\"listened_at\":1443521965,\"track_metadata\":%s}"
                .formatted(track(",\"additional_info\":{\"x\":\"" + "y".repeat(10_300) + "\"}"));
        assertError(submit(body("single", large)), 400);
    }

    @Test
    void aTokenIsNeeded() {
        assertError(server.post(SUBMIT, DOCUMENTED), 401);
        assertError(server.post(SUBMIT, DOCUMENTED, "Authorization", "Token"), 401);
        assertError(server.post(SUBMIT, DOCUMENTED, "Authorization", token), 401);
        assertError(server.post(SUBMIT, DOCUMENTED, "Authorization", "Token unknown"), 401);
    }

    @Test
    void tokensAreValidated() {
        HttpResponse<String> valid = server.get(VALIDATE, "Authorization", "Token " + token);
        assertThat(valid.statusCode()).isEqualTo(200);
        assertThat(ApiServer.json(valid))
                .isEqualTo(
                        json("{\"code\":200,\"message\":\"Token valid.\",\"valid\":true,\"user_name\":\"Scrobbler\"}"));
        assertThat(ApiServer.json(server.get(VALIDATE + "?token=" + token))).isEqualTo(ApiServer.json(valid));

        HttpResponse<String> invalid = server.get(VALIDATE, "Authorization", "Token unknown");
        assertThat(invalid.statusCode()).isEqualTo(200);
        assertThat(ApiServer.json(invalid))
                .isEqualTo(json("{\"code\":200,\"message\":\"Token invalid.\",\"valid\":false}"));
        assertThat(ApiServer.json(server.get(VALIDATE + "?token=unknown"))).isEqualTo(ApiServer.json(invalid));

        assertError(server.get(VALIDATE), 400);
        assertError(server.get(VALIDATE + "?token="), 400);
    }

    @Test
    void everyAnswerSaysHowTheAskerStands() {
        HttpResponse<String> answer = submit(DOCUMENTED);
        assertThat(answer.headers().map())
                .containsKeys(
                        "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset-In", "X-RateLimit-Reset");
        long resetIn = answer.headers().firstValueAsLong("X-RateLimit-Reset-In").orElseThrow();
        assertThat(resetIn).isBetween(1L, 10L);
    }

    @Test
    void whatIsNotThereHasTheProtocolsErrorBodyToo() {
        assertError(server.get("/1/nothing"), 404);
        assertError(server.get(SUBMIT), 405);
    }

    private static HttpResponse<String> submit(String body) {
        return server.post(SUBMIT, body, "Content-Type", "application/json", "Authorization", "Token " + token);
    }

    private static void assertOk(HttpResponse<String> answer) {
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void assertError(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = ApiServer.json(answer);
        assertThat(body.size()).isEqualTo(2);
        assertThat(body.at("/code").asInt()).isEqualTo(status);
        assertThat(body.at("/error").asText()).isNotBlank();
    }

    private static String track(String more) {
        return "{\"artist_name\":\"A\",\"track_name\":\"T\"%s}".formatted(more);
    }

    private static String tagged(int tags, int length) {
        String list = IntStream.range(0, tags)
                .mapToObj(i -> '"' + "t".repeat(length) + '"')
                .collect(Collectors.joining(",", "[", "]"));
        return body(
                "single",
                "{\"listened_at\":1443521965,\"track_metadata\":%s}"
                        .formatted(track(",\"additional_info\":{\"tags\":" + list + "}")));
    }

    private static String many(String type, int count) {
        String listen = type.equals("playing_now")
                ? "{\"track_metadata\":%s}".formatted(track(""))
                : "{\"listened_at\":1443521965,\"track_metadata\":%s}".formatted(track(""));
        return "{\"listen_type\":\"%s\",\"payload\":[%s]}"
                .formatted(type, IntStream.range(0, count).mapToObj(i -> listen).collect(Collectors.joining(",")));
    }

    private static String body(String type, String listen) {
        return "{\"listen_type\":\"%s\",\"payload\":[%s]}".formatted(type, listen);
    }

    private static JsonNode json(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
