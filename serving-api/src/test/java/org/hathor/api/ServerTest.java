package org.hathor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hathor.engines.TestEngines;
import org.hathor.serving.auth.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for all of the API: errors, health, the documentation, the client's files, one's tokens. */
final class ServerTest {
    private static ApiServer server;

    @BeforeAll
    static void start() {
        server = ApiServer.start(TestEngines.kafkaBootstrap(), Map.of());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/assets/nothing.js", "/api/users/nobody/nothing"})
    void nothingThereIsAnErrorLikeAnyOther(String path) {
        HttpResponse<String> answer = server.get(path, "Accept", "text/html,*/*");
        assertThat(answer.statusCode()).isEqualTo(404);
        JsonNode error = ApiServer.json(answer).at("/error");
        assertThat(error.at("/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(error.at("/details").isObject()).isTrue();
        assertThat(error.at("/requestId").asText())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void aRequestIdThatIsNoWordIsReplaced() {
        assertThat(server.get("/health", "X-Request-Id", "<script>")
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElseThrow())
                .startsWith("req_");
    }

    @Test
    void theClientsPageIsShownForEveryPathOfItsRouter() {
        for (String path : new String[] {"/", "/index.html", "/tracks/42", "/feed"}) {
            HttpResponse<String> page = server.get(path, "Accept", "text/html");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).containsIgnoringCase("<!doctype html>");
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'");
        }
        Matcher script = Pattern.compile("src=\"(/assets/[^\"]+)\"")
                .matcher(server.get("/", "Accept", "text/html").body());
        assertThat(script.find()).isTrue();
        HttpResponse<String> asset = server.get(script.group(1));
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(asset.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../application.yml", "/%2e%2e/application.yml", "/assets/..%2f..%2fapplication.yml"})
    void nothingButTheClientsFilesIsServed(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("micronaut");
    }

    @Test
    void theApiDescribesItselfAndItsPageNeedsNoOtherHost() {
        HttpResponse<String> document = server.get("/openapi");
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body())
                .contains("/api/analytics/events:", "/1/submit-listens:", "/1/validate-token:", "listenId", "msPlayed");
        HttpResponse<String> redirect = server.get("/docs");
        assertThat(redirect.statusCode()).isIn(301, 302, 303, 307);
        HttpResponse<String> page = server.get("/docs/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http:", "https:", "<script>");
        for (String part : new String[] {
            "/docs/page.js", "/docs/res/swagger-ui-bundle.js", "/docs/res/swagger-ui.css", "/docs/res/favicon-32x32.png"
        }) {
            assertThat(server.get(part).statusCode()).as(part).isEqualTo(200);
        }
    }

    @Test
    void healthNamesEachEngine() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ApiServer.json(server.get("/health"))
                        .at("/details/preparation/details/error")
                        .asText())
                .isEqualTo("not ready: ClickHouse tables"));
        assertThat(status(server, "kafka")).isEqualTo("UP");
        assertThat(status(server, "postgres")).isEqualTo("UP");
        assertThat(status(server, "redis")).isEqualTo("DOWN");
        assertThat(status(server, "clickhouse")).isEqualTo("DOWN");
        assertThat(status(server, "flink")).isEqualTo("DOWN");
        HttpResponse<String> answer = server.get("/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("password");
        assertThat(server.get("/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void oneMakesListsAndEndsOnesTokens() {
        String first = "Bearer " + server.token("Tess", Scope.SELF);
        JsonNode me = ApiServer.json(server.get("/api/users/me", "Authorization", first));
        assertThat(me.at("/userId").asText()).isEqualTo("tess");
        assertThat(me.at("/name").asText()).isEqualTo("Tess");

        HttpResponse<String> made = server.post(
                "/api/users/me/tokens",
                "{\"label\":\"phone\"}",
                "Content-Type",
                "application/json",
                "Authorization",
                first);
        assertThat(made.statusCode()).isEqualTo(201);
        String second = "Bearer " + ApiServer.json(made).at("/secret").asText();
        assertThat(server.get("/api/users/me", "Authorization", second).statusCode())
                .isEqualTo(200);
        JsonNode tokens = ApiServer.json(server.get("/api/users/me/tokens", "Authorization", first));
        assertThat(tokens.at("/tokens/0/label").asText()).isEqualTo("phone");
        assertThat(tokens.toString()).doesNotContain("hth_");

        String path = "/api/users/me/tokens/" + tokens.at("/tokens/0/id").asText();
        HttpRequest delete =
                server.request(path, "Authorization", first).DELETE().build();
        assertThat(server.send(delete).statusCode()).isEqualTo(204);
        assertThat(server.send(delete).statusCode()).isEqualTo(404);
        assertThat(server.get("/api/users/me", "Authorization", second).statusCode())
                .isEqualTo(401);
        assertThat(server.get("/api/users/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"label\":\"\"}", "[]", "{\"label\":{}}"})
    void aWishThatIsNoneIsABadRequest(String body) {
        HttpResponse<String> answer = server.post(
                "/api/users/me/tokens",
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + server.token("Tess", Scope.SELF));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(ApiServer.json(answer).at("/error/code").asText()).isNotBlank();
    }

    private static String status(ApiServer of, String engine) {
        return ApiServer.json(of.get("/health"))
                .at("/details/%s/status".formatted(engine))
                .asText();
    }
}
