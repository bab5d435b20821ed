package org.hathor.api.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.hathor.api.reading.ReadingServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server whose engines are all away: it answers, and says what is the matter. */
class EnginesAwayTest {
    private static ReadingServer server;

    @BeforeAll
    static void start() {
        server = ReadingServer.start(
                "jdbc:postgresql://%s/hathor".formatted(ReadingServer.NOWHERE),
                URI.create("redis://" + ReadingServer.NOWHERE),
                "jdbc:clickhouse://%s/hathor".formatted(ReadingServer.NOWHERE),
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/analytics/overview",
                "/api/analytics/tracks/t1",
                "/api/tracks/t1",
                "/api/live",
                "/api/live/tracks/t1",
                "/api/recommendations/trending",
            })
    void itSaysUnavailableAndWhenToComeBack(String path) {
        Answer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void theLiveStreamGoesOnAndSaysSo() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(server.open("/api/live/stream").body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (!line.startsWith("event:")) {
                line = lines.readLine();
            }
            assertThat(line).contains("unavailable");
            assertThat(lines.readLine()).contains("STORE_UNAVAILABLE");
        }
    }
}
