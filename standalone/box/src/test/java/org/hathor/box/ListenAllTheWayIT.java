package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.hathor.contracts.LiveKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Listens sent over HTTP while every part of the box is killed in turn, and the box as a whole; then the numbers of
 * Redis, ClickHouse, the lake and the API against an oracle that counted what was sent the plain way.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListenAllTheWayIT {
    private static final int BATCHES = 40;
    private static final int BATCH = 150;
    private static final int TRACKS = 60;
    private static final int USERS = 40;
    private static final Duration SETTLED = Duration.ofMinutes(3);

    @TempDir
    private static Path data;

    private static BoxUnderTest box;
    private static String feeder;
    private static String ada;
    private static final ListenOracle oracle = new ListenOracle();
    private static final Instant sentFrom = Instant.now();

    @BeforeAll
    static void startBox() throws IOException, InterruptedException {
        box = new BoxUnderTest(data);
        box.up();
        feeder = box.token("feeder", "ingest");
        ada = box.token("ada", "self");
    }

    @AfterAll
    static void stopBox() throws IOException, InterruptedException {
        box.close();
    }

    @Test
    @Order(1)
    void everyAcknowledgedListenIsCountedOnceThroughEveryCrash() throws IOException, InterruptedException {
        Map<Integer, String> killedAt = Map.of(6, "streaming", 12, "kafka", 18, "clickhouse", 24, "redis", 36, "api");
        Random random = new Random(7);
        List<Map<String, Object>> sent = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Map<String, Object>> events = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                boolean again = !sent.isEmpty() && random.nextInt(6) == 0;
                Map<String, Object> event =
                        again ? sent.get(random.nextInt(sent.size())) : listen(batch * BATCH + i, random);
                events.add(event);
                sent.add(event);
                oracle.sent(event);
            }
            Collections.shuffle(events, random);
            box.postUntilAcknowledged(feeder, events);
            if (killedAt.containsKey(batch)) {
                box.kill(killedAt.get(batch));
            }
            if (batch == 30) {
                box.killWhole();
                box.up();
            }
        }
        box.awaitHealthy();
        Awaitility.await("ClickHouse and the API agree with the oracle")
                .atMost(SETTLED)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(ListenAllTheWayIT::overviewAgrees);
    }

    @Test
    @Order(2)
    void redisAgreesWithTheOracleDayByDay() {
        try (RedisClient redis = RedisClient.create(box.state().environment().get("REDIS_URL"));
                StatefulRedisConnection<String, String> connection = redis.connect()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            for (LocalDate day : List.of(today.minusDays(1), today)) {
                Awaitility.await("live plays of " + day).atMost(SETTLED).untilAsserted(() -> {
                    assertThat(scores(connection, LiveKeys.plays(LiveKeys.Kind.TRACK, day)))
                            .isEqualTo(oracle.plays("trackId", day));
                    assertThat(scores(connection, LiveKeys.plays(LiveKeys.Kind.ARTIST, day)))
                            .isEqualTo(oracle.plays("artistId", day));
                    assertThat(connection.sync().hget(LiveKeys.TOTALS, LiveKeys.totalPlays(day)))
                            .isEqualTo(String.valueOf(oracle.playsByDay().get(day)));
                });
            }
        }
    }

    @Test
    @Order(3)
    void theLakeAgreesWithClickHouseAndTheOracle() throws IOException, InterruptedException {
        BoxUnderTest.Outcome reconciled = box.command("job", "reconcile", "--json");
        assertThat(reconciled.status()).as(reconciled.output()).isZero();
        JsonNode report = reconciled.json();
        assertThat(report.get("differences").asLong()).isZero();
        assertThat(report.get("lakeListens").asLong()).isEqualTo(oracle.count());
        assertThat(report.get("clickhouseListens").asLong()).isEqualTo(oracle.count());
    }

    @Test
    @Order(4)
    void trendingIsTheDecayedSumOfQualifiedListens() throws IOException, InterruptedException {
        JsonNode list = box.json("/api/recommendations/trending?limit=100", null);
        Instant rankedAt = Instant.parse(list.get("rankedAt").asText());
        double halfLifeMs = list.get("halfLifeMs").asDouble();
        Map<String, Double> scores = oracle.decayed(rankedAt, halfLifeMs, sentFrom.minus(Duration.ofHours(48)));
        assertThat(list.get("items")).isNotEmpty();
        double before = Double.MAX_VALUE;
        for (JsonNode item : list.get("items")) {
            double score = item.get("score").asDouble();
            assertThat(score).isLessThanOrEqualTo(before);
            assertThat(score).isCloseTo(scores.get(item.get("trackId").asText()), within(1e-6 * score + 1e-6));
            before = score;
        }
    }

    @Test
    @Order(5)
    void tracksArtistsAndUsersAgreeWithTheOracle() throws IOException, InterruptedException {
        for (String track : List.of("track-0", "track-7", "track-59")) {
            assertThat(box.json("/api/analytics/tracks/" + track, null)
                            .get("listens")
                            .asLong())
                    .isEqualTo(oracle.plays("trackId", null).get(track));
        }
        assertThat(box.json("/api/analytics/artists/artist-1", null)
                        .get("listens")
                        .asLong())
                .isEqualTo(oracle.plays("artistId", null).get("artist-1"));
        assertThat(box.get("/api/users/ada/statistics", null).statusCode()).isEqualTo(401);
        assertThat(box.get("/api/users/user-1/statistics", ada).statusCode()).isEqualTo(403);
        assertThat(box.json("/api/users/ada/statistics", ada).get("listens").asLong())
                .isZero();
    }

    @Test
    @Order(6)
    void whatIsWrongIsNamedAndCountsNothing() throws IOException, InterruptedException {
        Map<String, Object> future = listen(1_000_000, new Random(1));
        future.put("startedAt", Instant.now().plus(Duration.ofHours(2)).toString());
        Map<String, Object> longer = listen(1_000_001, new Random(1));
        longer.put("msPlayed", 900_000);
        HttpResponse<String> answer =
                box.post("/api/analytics/events", feeder, Map.of("events", List.of(future, longer)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("STARTED_IN_FUTURE", "LONGER_THAN_TRACK", "startedAt", "msPlayed", "requestId");
        Map<String, Object> foreign = listen(1_000_002, new Random(1));
        assertThat(box.post("/api/analytics/events", ada, List.of(foreign)).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(box.post("/api/analytics/events", null, List.of(foreign)).statusCode())
                .isEqualTo(401);
        assertThat(box.post("/api/analytics/events", feeder, "{\"events\":[").statusCode())
                .isEqualTo(400);
        overviewAgrees();
    }

    @Test
    @Order(7)
    void theNextStartFindsEverything() throws IOException, InterruptedException {
        box.close();
        box.up();
        box.awaitHealthy();
        overviewAgrees();
        redisAgreesWithTheOracleDayByDay();
    }

    @Test
    @Order(8)
    void aPersonSeesItInABrowser() {
        Optional<Path> chromium = PageVisit.chromium();
        assumeTrue(chromium.isPresent(), "skipped: this machine has no Chromium");
        try (PageVisit visit = PageVisit.begin(chromium.get(), box.state().httpUrl())) {
            Page page = visit.desktop();
            visit.open(page, "/");
            page.getByTestId("trending-row").first().waitFor();
            List<Map<String, Object>> hit = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                Map<String, Object> listen = listen(2_000_000 + i, new Random(i));
                listen.put("trackId", "the-new-hit");
                listen.put("userId", "fan-" + i);
                listen.put("startedAt", Instant.now().toString());
                listen.put("msPlayed", 100_000);
                hit.add(listen);
            }
            box.postUntilAcknowledged(feeder, hit);
            page.locator("[data-testid=trending-row] a[href='/tracks/the-new-hit']")
                    .first()
                    .waitFor();
            visit.picture(page, "live");

            visit.open(page, "/tracks/track-0");
            page.getByTestId("chart").first().waitFor();
            visit.picture(page, "track");
            visit.open(page, "/artists/artist-1");
            page.getByTestId("top-tracks").waitFor();
            visit.picture(page, "artist");
            visit.open(page, "/overview");
            page.getByTestId("overview-page").waitFor();

            visit.open(page, "/feed");
            page.getByTestId("token-input").fill(ada);
            page.getByTestId("token-submit").click();
            page.getByTestId("feed-row").first().waitFor();
            assertThat(page.getByTestId("feed-reason").first().textContent()).isNotBlank();
            visit.picture(page, "feed");

            Page phone = visit.phone();
            for (String path : List.of("/", "/tracks/track-0", "/overview", "/feed")) {
                visit.open(phone, path);
                phone.getByTestId("page-heading").first().waitFor();
                visit.assertFits(phone);
            }
            visit.picture(phone, "phone");
            visit.assertNoProblems();
        }
    }

    private static void overviewAgrees() throws IOException, InterruptedException {
        JsonNode overview = box.json("/api/analytics/overview", null);
        assertThat(overview.get("listens").asLong()).isEqualTo(oracle.count());
        assertThat(overview.get("qualifiedListens").asLong()).isEqualTo(oracle.qualified());
        assertThat(overview.get("listeners").asLong()).isEqualTo(oracle.listeners());
        assertThat(overview.get("tracks").asLong()).isEqualTo(oracle.tracks());
        assertThat(overview.get("msPlayed").asLong()).isEqualTo(oracle.msPlayed());
    }

    private static Map<String, Long> scores(StatefulRedisConnection<String, String> redis, String key) {
        Map<String, Long> scores = new TreeMap<>();
        redis.sync().zrangeWithScores(key, 0, -1).forEach(each -> scores.put(each.getValue(), (long) each.getScore()));
        return scores;
    }

    /** Four of five listens are recent; the others are days to months old and take the historical path. */
    private static Map<String, Object> listen(int number, Random random) {
        int track = (int) (TRACKS * Math.pow(random.nextDouble(), 2));
        Duration age = random.nextInt(5) == 0
                ? Duration.ofDays(3).plusMinutes(random.nextInt(200 * 24 * 60))
                : Duration.ofMinutes(random.nextInt(36 * 60));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "listen");
        event.put("listenId", "listen-" + number);
        event.put("userId", "user-" + random.nextInt(USERS));
        event.put("trackId", "track-" + track);
        event.put("artistId", "artist-" + track / 10);
        event.put("startedAt", sentFrom.minus(age).toString());
        event.put("msPlayed", random.nextInt(200_000));
        event.put("trackLengthMs", random.nextInt(10) == 0 ? 200_000 : 210_000);
        event.put("country", random.nextBoolean() ? "SE" : "DE");
        return event;
    }
}
