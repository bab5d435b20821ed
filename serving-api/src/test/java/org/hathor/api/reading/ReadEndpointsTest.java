package org.hathor.api.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hathor.api.reading.ReadingServer.json;
import static org.hathor.api.reading.ReadingServer.texts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hathor.api.reading.ReadingServer.Answer;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.LiveKeys.Kind;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;
import org.hathor.engines.TestEngines;
import org.hathor.serving.Database;
import org.hathor.serving.Redis;
import org.hathor.serving.auth.Scope;
import org.hathor.serving.auth.Tokens;
import org.hathor.serving.live.LivePulse;
import org.hathor.serving.users.Users;
import org.hathor.warehouse.Warehouse;
import org.hathor.warehouse.WarehouseRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reading endpoint through the real server, with the real engines behind it. */
class ReadEndpointsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static ReadingServer server;
    private static String ann;
    private static String bob;

    @BeforeAll
    static void start() {
        server = ReadingServer.start(
                TestEngines.postgresJdbcUrl(),
                TestEngines.redisUrl().resolve("/9"),
                TestEngines.clickhouseJdbcUrl().replaceFirst("/hathor\\?", "/test_reading?"),
                Clock.fixed(NOW, ZoneOffset.UTC));
        server.bean(Database.class).migrate();
        ann = token("ann-reads");
        bob = token("bob-reads");
        Warehouse warehouse = server.bean(Warehouse.class);
        warehouse.migrate();
        fillLedger(warehouse);
        fillRecommendations(warehouse);
        fillLive(server.bean(Redis.class));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void aTrackHasItsDescriptionAndStatistics() {
        Answer answer = server.get("/api/tracks/t1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        json(
                                """
                {"trackId": "t1", "title": "Blue", "artistId": "a1", "artistName": "Ann Artist", "albumId": null,
                 "albumName": "Colours", "lengthMs": 200000, "genres": ["house"], "releaseYear": 1999,
                 "statistics": {"listens": 3, "qualifiedListens": 2, "validListens": 2, "listeners": 2, "msPlayed": 70000,
                                "firstListenAt": "2026-03-01T10:00:00Z", "lastListenAt": "2026-03-03T10:00:00Z"}}"""));
    }

    @Test
    void aTrackThatNobodyKnowsIsNotFound() {
        Answer answer = server.get("/api/tracks/none");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("TRACK_NOT_FOUND");
        assertThat(answer.body().at("/error/details/trackId").asText()).isEqualTo("none");
        assertThat(answer.body().at("/error/requestId").asText()).isNotEmpty();
        assertThat(answer.body().at("/error/timestamp").asText()).isEqualTo("2026-03-10T12:00:00Z");
    }

    @Test
    void theOverviewHasSumsAndEveryDay() {
        Answer answer = server.get("/api/analytics/overview?from=2026-03-01&to=2026-03-04");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        json(
                                """
                {"from": "2026-03-01T00:00:00Z", "to": "2026-03-04T00:00:00Z", "listens": 4, "qualifiedListens": 3,
                 "validListens": 3, "listeners": 2, "msPlayed": 100000, "tracks": 2, "artists": 1, "days": [
                 {"day": "2026-03-01", "listens": 2, "qualifiedListens": 1, "validListens": 1, "listeners": 2, "msPlayed": 40000},
                 {"day": "2026-03-02", "listens": 0, "qualifiedListens": 0, "validListens": 0, "listeners": 0, "msPlayed": 0},
                 {"day": "2026-03-03", "listens": 2, "qualifiedListens": 2, "validListens": 2, "listeners": 1, "msPlayed": 60000}]}"""));
    }

    @Test
    void anOpenPeriodSaysSo() {
        Answer answer = server.get("/api/analytics/overview");
        assertThat(answer.body().get("from").isNull()).isTrue();
        assertThat(answer.body().get("to").isNull()).isTrue();
        assertThat(answer.body().get("listens").asInt()).isEqualTo(4);
        assertThat(texts(answer.body().get("days"), "/day")).containsExactly("2026-03-01", "2026-03-02", "2026-03-03");
    }

    @Test
    void aTracksAnalyticsHaveItsDays() {
        Answer answer = server.get("/api/analytics/tracks/t1?from=2026-03-03T09:00:00Z&to=2026-03-03T11:00:00Z");
        assertThat(answer.body())
                .isEqualTo(
                        json(
                                """
                {"trackId": "t1", "title": "Blue", "artistId": "a1", "artistName": "Ann Artist",
                 "from": "2026-03-03T09:00:00Z", "to": "2026-03-03T11:00:00Z",
                 "listens": 1, "qualifiedListens": 1, "validListens": 1, "listeners": 1, "msPlayed": 30000, "days": [
                 {"day": "2026-03-03", "listens": 1, "qualifiedListens": 1, "validListens": 1, "listeners": 1, "msPlayed": 30000}]}"""));
    }

    @Test
    void anArtistsAnalyticsHaveTheTopTracks() {
        Answer answer = server.get("/api/analytics/artists/a1?from=2026-03-03&to=2026-03-04&limit=1");
        assertThat(answer.body())
                .isEqualTo(
                        json(
                                """
                {"artistId": "a1", "artistName": "Ann Artist", "from": "2026-03-03T00:00:00Z", "to": "2026-03-04T00:00:00Z",
                 "listens": 1, "qualifiedListens": 1, "validListens": 1, "listeners": 1, "msPlayed": 30000, "tracks": 1,
                 "days": [{"day": "2026-03-03", "listens": 1, "qualifiedListens": 1, "validListens": 1, "listeners": 1, "msPlayed": 30000}],
                 "topTracks": [{"trackId": "t1", "title": "Blue", "artistId": "a1", "artistName": "Ann Artist",
                   "listens": 1, "qualifiedListens": 1, "validListens": 1, "listeners": 1, "msPlayed": 30000}]}"""));
    }

    @Test
    void aUsersStatisticsAreForThatUserOnly() {
        Answer answer = server.get("/api/users/ann-reads/statistics", ann);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("listens").asInt()).isEqualTo(3);
        assertThat(answer.body().get("activeDays").asInt()).isEqualTo(2);
        assertThat(answer.body().get("longestStreakDays").asInt()).isEqualTo(1);
        assertThat(answer.body().get("firstListenAt").asText()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(answer.body().get("hours")).hasSize(24);
        assertThat(answer.body().at("/topTracks/0"))
                .isEqualTo(
                        json(
                                """
                {"trackId": "t1", "title": "Blue", "artistId": "a1", "artistName": "Ann Artist",
                 "listens": 2, "qualifiedListens": 2, "validListens": 2, "msPlayed": 60000}"""));
        assertThat(answer.body().at("/topArtists/0/artistName").asText()).isEqualTo("Ann Artist");

        Answer other = server.get("/api/users/ann-reads/statistics", bob);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.code()).isEqualTo("FORBIDDEN");
        assertThat(server.get("/api/users/ann-reads/statistics").status()).isEqualTo(401);
    }

    @Test
    void theLiveNumbersAreWhatStreamingWrote() {
        Answer answer = server.get("/api/live");
        assertThat(answer.body())
                .isEqualTo(
                        json(
                                """
                {"at": "2026-03-10T12:00:00Z", "day": "2026-03-10", "playsPerSecond": 0.0, "plays": 12, "qualifiedPlays": 9,
                 "listeners": 4,
                 "topByPlays": [{"trackId": "t1", "title": "Blue", "artistId": "a1", "artistName": "Ann Artist", "plays": 7},
                                {"trackId": "t2", "title": null, "artistId": null, "artistName": null, "plays": 5}],
                 "topByListeners": [{"trackId": "t2", "title": null, "artistId": null, "artistName": null, "listeners": 4}],
                 "countries": ["SE"]}"""));
        assertThat(server.get("/api/live?limit=1").body().get("topByPlays")).hasSize(1);
        assertThat(server.get("/api/live/tracks/t1").body())
                .isEqualTo(
                        json(
                                """
                {"trackId": "t1", "title": "Blue", "artistId": "a1", "artistName": "Ann Artist",
                 "at": "2026-03-10T12:00:00Z", "day": "2026-03-10", "plays": 7, "qualifiedPlays": 0, "listeners": 0}"""));
    }

    @Test
    void theLiveStreamComesOnceASecondAndEndsWithItsClient() throws IOException {
        HttpResponse<InputStream> response = server.open("/api/live/stream");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        List<String> data = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (data.size() < 3) {
                if (line.startsWith("event:")) {
                    assertThat(line.substring(6).strip()).isEqualTo("live");
                }
                if (line.startsWith("data:")) {
                    data.add(line.substring(5).strip());
                }
                line = lines.readLine();
            }
            assertThat(server.bean(LivePulse.class).subscribers()).isEqualTo(1);
        }
        assertThat(json(data.get(2))).isEqualTo(server.get("/api/live").body());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> server.bean(LivePulse.class).subscribers() == 0);
    }

    @Test
    void trendsAreNamed() {
        assertThat(server.get("/api/recommendations/trending?country=se").body())
                .isEqualTo(
                        json(
                                """
                {"scope": "SE", "rankedAt": "2026-03-10T12:00:00Z", "halfLifeMs": 3600000, "items": [
                 {"rank": 1, "trackId": "t1", "title": "Blue", "artistId": "a1", "artistName": "Ann Artist",
                  "score": 2.5, "velocity": -0.5}]}"""));
        assertThat(server.get("/api/recommendations/trending").body())
                .isEqualTo(json("{\"scope\": \"global\", \"rankedAt\": null, \"halfLifeMs\": null, \"items\": []}"));
    }

    @Test
    void aFeedGoesOnFromPageToPage() {
        Answer first = server.get("/api/recommendations/for-you?limit=2", ann);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().at("/items/0"))
                .isEqualTo(
                        json(
                                """
                {"trackId": "r1", "title": null, "artistId": "b1", "artistName": null, "albumName": null, "lengthMs": null,
                 "score": 1.0, "reason": {"kind": "BECAUSE_YOU_PLAYED", "text": "Because you played Blue", "trackId": "t1"}}"""));
        assertThat(first.body().get("model")).isEqualTo(json("{\"name\": \"als\", \"version\": \"v1\"}"));
        String cursor = first.body().get("nextCursor").asText();

        Answer second = server.get("/api/recommendations/for-you?limit=2&cursor=" + cursor, ann);
        assertThat(texts(second.body().get("items"), "/trackId")).containsExactly("r3", "r4");
        assertThat(server.get("/api/recommendations/for-you?limit=2&cursor=" + cursor, ann)
                        .body())
                .isEqualTo(second.body());
        cursor = second.body().get("nextCursor").asText();

        Answer last = server.get("/api/recommendations/for-you?limit=2&cursor=" + cursor, ann);
        assertThat(texts(last.body().get("items"), "/trackId")).containsExactly("r5");
        assertThat(last.body().get("nextCursor").isNull()).isTrue();

        Answer stolen = server.get("/api/recommendations/for-you?limit=2&cursor=" + cursor, bob);
        assertThat(stolen.status()).isEqualTo(400);
        assertThat(stolen.code()).isEqualTo("INVALID_CURSOR");
    }

    @Test
    void aFeedNeedsAToken() {
        assertThat(server.get("/api/recommendations/for-you").status()).isEqualTo(401);
        assertThat(server.get("/api/recommendations/for-you", "hth_nobody").code())
                .isEqualTo("TOKEN_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/analytics/overview?from=yesterday, 400, INVALID_PERIOD",
        "/api/analytics/overview?from=2026-02-01&to=2026-01-01, 400, INVALID_PERIOD",
        "/api/analytics/overview?from=1960-01-01&to=2026-01-01, 400, PERIOD_TOO_LONG",
        "/api/analytics/tracks/none, 404, TRACK_NOT_FOUND",
        "/api/analytics/tracks/%20, 400, INVALID_TRACK_ID",
        "/api/analytics/artists/none, 404, ARTIST_NOT_FOUND",
        "/api/analytics/artists/a1?limit=0, 400, INVALID_LIMIT",
        "/api/analytics/artists/a1?limit=many, 400, INVALID_ARGUMENT",
        "/api/live?limit=101, 400, INVALID_LIMIT",
        "/api/recommendations/trending?country=Sweden, 400, INVALID_COUNTRY",
        "/api/recommendations/trending?limit=-1, 400, INVALID_LIMIT",
        "/api/recommendations/for-you?limit=0, 400, INVALID_LIMIT",
        "/api/recommendations/for-you?cursor=x, 400, INVALID_CURSOR",
        "/api/recommendations/for-you?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, 410, CURSOR_EXPIRED",
    })
    void whatCannotBeAnsweredSaysWhy(String path, int status, String code) {
        Answer answer = server.get(path, ann);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().at("/error/message").asText()).isNotEmpty();
    }

    private static String token(String name) {
        return server.bean(Tokens.class)
                .issue(server.bean(Users.class).create(name), Scope.SELF, "test")
                .secret();
    }

    private static void fillLedger(Warehouse warehouse) {
        warehouse.insert(
                Contracts.CATALOGUE_ENTRY,
                List.of(CatalogueEntry.newBuilder()
                        .setEntryId("t1")
                        .setKind(CatalogueKind.TRACK)
                        .setName("Blue")
                        .setArtistId("a1")
                        .setArtistName("Ann Artist")
                        .setAlbumName("Colours")
                        .setLengthMs(200_000L)
                        .setGenres(List.of("house"))
                        .setReleaseYear(1999)
                        .setDescribedAt(NOW)
                        .build()));
        warehouse.insert(
                Contracts.LISTEN,
                List.of(
                        listen("l1", "ann-reads", "t1", "a1", "2026-03-01T10:00:00Z", 30_000),
                        listen("l2", "bob-reads", "t1", "a1", "2026-03-01T10:00:00Z", 10_000),
                        listen("l3", "ann-reads", "t1", "a1", "2026-03-03T10:00:00Z", 30_000),
                        listen("l4", "ann-reads", "t2", null, "2026-03-03T12:00:00Z", 30_000)));
        warehouse.insert(
                Contracts.LISTEN,
                List.of(
                        listen("l1", "ann-reads", "t1", "a1", "2026-03-01T10:00:00Z", 30_000),
                        listen("l2", "bob-reads", "t1", "a1", "2026-03-01T10:00:00Z", 10_000)));
    }

    private static Listen listen(String id, String user, String track, String artist, String at, long msPlayed) {
        return Listen.newBuilder()
                .setListenId(id)
                .setUserId(user)
                .setTrackId(track)
                .setArtistId(artist)
                .setStartedAt(Instant.parse(at))
                .setMsPlayed(msPlayed)
                .setSubscriptionTier(SubscriptionTier.UNKNOWN)
                .setEndReason(EndReason.UNKNOWN)
                .setOffline(false)
                .setReceivedAt(Instant.parse(at).plusSeconds(300))
                .build();
    }

    /** Three tracks of one artist: the third has no place in so short a feed. */
    private static void fillRecommendations(Warehouse warehouse) {
        WarehouseRows lists = WarehouseRows.into(
                "recommendation_lists",
                "model",
                "version",
                "user_id",
                "position",
                "track_id",
                "artist_id",
                "score",
                "reason_kind",
                "reason_id");
        lists.addRow("als", "v1", "ann-reads", 1, "r1", "b1", 1.0, "BECAUSE_YOU_PLAYED", "t1");
        lists.addRow("als", "v1", "ann-reads", 2, "r2", "b1", 0.9, "FOR_YOUR_TASTE", null);
        lists.addRow("als", "v1", "ann-reads", 3, "r6", "b1", 0.8, "FOR_YOUR_TASTE", null);
        lists.addRow("als", "v1", "ann-reads", 4, "r3", "b3", 0.7, "FOR_YOUR_TASTE", null);
        lists.addRow("als", "v1", "", 1, "r4", "b4", 9.0, "POPULAR", null);
        lists.addRow("als", "v1", "", 2, "r5", "b5", 8.0, "POPULAR", null);
        warehouse.insert(lists);
        WarehouseRows models =
                WarehouseRows.into("model_versions", "model", "version", "trained_at", "promoted", "metrics");
        models.addRow("als", "v1", NOW, 1, "{}");
        warehouse.insert(models);
    }

    private static void fillLive(Redis redis) {
        var today = NOW.atOffset(ZoneOffset.UTC).toLocalDate();
        redis.call(commands -> {
            commands.flushdb();
            commands.hset(LiveKeys.TOTALS, LiveKeys.totalPlays(today), "12");
            commands.hset(LiveKeys.TOTALS, LiveKeys.totalQualifiedPlays(today), "9");
            commands.hset(LiveKeys.TOTALS, LiveKeys.TOTAL_LISTENERS, "4");
            commands.zadd(LiveKeys.plays(Kind.TRACK, today), 7, "t1");
            commands.zadd(LiveKeys.plays(Kind.TRACK, today), 5, "t2");
            commands.zadd(LiveKeys.listeners(Kind.TRACK), 4, "t2");
            commands.sadd(LiveKeys.TRENDING_SCOPES, "SE");
            commands.set(
                    LiveKeys.trending("SE"),
                    "{\"scope\":\"SE\",\"rankedAt\":%d,\"halfLifeMs\":3600000,\"entries\":[{\"trackId\":\"t1\",\"artistId\":\"a1\",\"score\":2.5,\"velocity\":-0.5}]}"
                            .formatted(NOW.toEpochMilli()));
            return null;
        });
    }
}
