package org.hathor.serving.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.UserId;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;
import org.hathor.serving.ManualClock;
import org.hathor.serving.ReadStores;
import org.hathor.serving.ServingException;
import org.hathor.serving.music.Tracks;
import org.hathor.warehouse.WarehouseRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds from the real ClickHouse and Redis. */
class FeedsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");

    private static ReadStores stores;

    private final ManualClock clock = new ManualClock(NOW);
    private Feeds feeds;

    @BeforeAll
    static void start() {
        stores = ReadStores.of("feeds");
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void fresh() {
        stores.clear();
        feeds = new Feeds(
                stores.clickHouse(),
                stores.redis(),
                new Tracks(stores.clickHouse()),
                clock,
                new SecureRandom(),
                Feeds.JUST_HEARD_DEFAULT);
    }

    @Test
    void aKnownListenerGetsTheOwnListThenWhatIsPopular() {
        model("v1", NOW);
        own("v1", "ann", 1, "t1", "a1", "BECAUSE_YOU_PLAYED", "t0");
        own("v1", "ann", 2, "t2", "a2", "SOMETHING_NEW", null);
        own("v1", "", 1, "t2", "a2", "POPULAR", null);
        own("v1", "", 2, "t3", "a3", "POPULAR", null);
        describe("t0", "Blue Monday", null);
        describe("t1", "Title 1", "a1");

        FeedPage page = feeds.page(ANN, null, 20);

        assertThat(ids(page)).containsExactly("t1", "t2", "t3");
        assertThat(page.items())
                .extracting(FeedItem::reason)
                .containsExactly(
                        new Reason(ReasonKind.BECAUSE_YOU_PLAYED, "Because you played Blue Monday", "t0"),
                        new Reason(ReasonKind.FOR_YOUR_TASTE, "Picked for your taste", null),
                        new Reason(ReasonKind.POPULAR, "Popular with listeners now", null));
        assertThat(page.items().get(0).track().title()).isEqualTo("Title 1");
        assertThat(page.nextCursor()).isNull();
        assertThat(page.model()).isEqualTo(new Model("als", "v1"));
    }

    @Test
    void aModelThatMakesNoListsIsNoneOfTheirs() {
        model("v1", NOW);
        own("v1", "ann", 1, "t1", "a1", "FOR_YOUR_TASTE", null);
        WarehouseRows mood = versions();
        mood.addRow("mood", "m1", NOW.plusSeconds(60), 1, "{}");
        stores.warehouse().insert(mood);

        assertThat(feeds.page(ANN, null, 20).model()).isEqualTo(new Model("als", "v1"));
    }

    @Test
    void aNewListenerGetsWhatIsPopularMixedWithTheTrendsOfTheCountry() {
        model("v1", NOW);
        own("v1", "somebody", 1, "t9", "a9", "FOR_YOUR_TASTE", null);
        for (int i = 1; i <= 4; i++) {
            own("v1", "", i, "p" + i, "pa" + i, "POPULAR", null);
        }
        trending("SE", "x1", "x2");
        trending("global", "g1");
        listen(ANN, "old", NOW.minus(Duration.ofDays(30)), "SE");

        FeedPage page = feeds.page(ANN, "", 20);

        assertThat(ids(page)).containsExactly("p1", "p2", "x1", "p3", "p4", "x2");
        assertThat(page.items().get(2).reason().text()).isEqualTo("Trending in SE");
        assertThat(ids(feeds.page(BOB, null, 20))).containsExactly("p1", "p2", "p3", "p4");
    }

    @Test
    void withoutAModelTrendsComeFirstThenWhatWasPlayedMost() {
        trending("global", "g1", "m1");
        for (int i = 0; i < 3; i++) {
            listen(BOB, "m2", NOW.minus(Duration.ofDays(10 + i)), null);
        }
        listen(BOB, "m1", NOW.minus(Duration.ofDays(20)), null);

        FeedPage page = feeds.page(ANN, null, 20);

        assertThat(ids(page)).containsExactly("g1", "m1", "m2");
        assertThat(page.model()).isNull();
    }

    @Test
    void withNothingAtAllTheFeedIsEmpty() {
        FeedPage page = feeds.page(ANN, null, 20);
        assertThat(page.items()).isEmpty();
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void onlyTheLatestPromotedVersionServes() {
        model("v1", NOW.minus(Duration.ofDays(2)));
        model("v2", NOW.minus(Duration.ofDays(1)));
        stores.warehouse().insert(row("v3", NOW, 0));
        own("v1", "ann", 1, "one", "a", "POPULAR", null);
        own("v2", "ann", 1, "two", "a", "POPULAR", null);
        own("v3", "ann", 1, "three", "a", "POPULAR", null);
        assertThat(ids(feeds.page(ANN, null, 20))).containsExactly("two");
        stores.warehouse().insert(row("v2", NOW.minus(Duration.ofDays(1)), 0));
        assertThat(ids(feeds.page(ANN, null, 20))).containsExactly("one");
    }

    @Test
    void pagesNeverRepeatAndKeepArtistsApartOverTheirBorders() {
        longList("ann", 120, 30);
        List<FeedItem> feed = new ArrayList<>();
        String cursor = null;
        do {
            FeedPage page = feeds.page(ANN, cursor, 7);
            feed.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(feed).extracting(item -> item.track().trackId()).doesNotHaveDuplicates();
        assertThat(feed.size()).isGreaterThan(100);
        for (int from = 0; from < feed.size(); from++) {
            Map<String, Integer> counts = new HashMap<>();
            feed.subList(from, Math.min(feed.size(), from + 20))
                    .forEach(item -> counts.merge(item.track().artistId(), 1, Integer::sum));
            assertThat(counts.values()).allMatch(count -> count <= 2);
        }
    }

    @Test
    void aCursorAskedAgainGivesTheSamePageWhateverWasHeardSince() {
        longList("ann", 60, 60);
        FeedPage first = feeds.page(ANN, null, 5);
        FeedPage second = feeds.page(ANN, first.nextCursor(), 5);
        listen(ANN, ids(second).get(0), NOW, null);
        model("v2", NOW.plusSeconds(1));

        assertThat(feeds.page(ANN, first.nextCursor(), 5)).isEqualTo(second);
        assertThat(ids(feeds.page(ANN, first.nextCursor(), 3)))
                .doesNotContain(ids(second).get(0))
                .hasSize(3);
    }

    @Test
    void whatWasHeardInTheLastDayIsLeftOutAlsoWhenHeardBetweenPages() {
        longList("ann", 12, 12);
        listen(ANN, "t0", NOW.minus(Duration.ofHours(23)), null);
        listen(ANN, "t1", NOW.minus(Duration.ofHours(25)), null);
        listen(BOB, "t2", NOW, null);

        FeedPage first = feeds.page(ANN, null, 3);
        assertThat(ids(first)).containsExactly("t1", "t2", "t3");
        listen(ANN, "t4", NOW, null);
        assertThat(ids(feeds.page(ANN, first.nextCursor(), 3))).containsExactly("t5", "t6", "t7");
    }

    @Test
    void artistsAreSpacedAsTheCatalogueHasThem() {
        model("v1", NOW);
        for (int i = 0; i < 4; i++) {
            own("v1", "ann", i + 1, "t" + i, null, "POPULAR", null);
            describe("t" + i, "T" + i, "same");
        }
        assertThat(ids(feeds.page(ANN, null, 20))).containsExactly("t0", "t1");
    }

    @Test
    void aCursorOfSomebodyElseIsRefused() {
        longList("ann", 10, 10);
        String cursor = feeds.page(ANN, null, 3).nextCursor();
        assertRefused(RecommendationError.INVALID_CURSOR, BOB, cursor, 3);
    }

    @Test
    void aCursorThatIsOverSaysSo() {
        longList("ann", 10, 10);
        String cursor = feeds.page(ANN, null, 3).nextCursor();
        assertRefused(
                RecommendationError.CURSOR_EXPIRED,
                ANN,
                FeedCursor.fresh(new SecureRandom()).toString(),
                3);
        assertRefused(RecommendationError.CURSOR_EXPIRED, ANN, cursor.substring(0, 32) + "B", 3);
        stores.redis().call(commands -> commands.flushdb());
        assertRefused(RecommendationError.CURSOR_EXPIRED, ANN, cursor, 3);
    }

    @Test
    void sessionsExpireAndAListenerHasFew() {
        longList("ann", 10, 10);
        String oldest = feeds.page(ANN, null, 3).nextCursor();
        for (int i = 0; i < FeedSessions.PER_USER_MAX; i++) {
            feeds.page(ANN, null, 3);
        }
        List<String> sessions = stores.redis().call(commands -> commands.keys("feed:session:*"));
        assertThat(sessions).hasSize(FeedSessions.PER_USER_MAX);
        for (String session : sessions) {
            long seconds = stores.redis().call(commands -> commands.ttl(session));
            assertThat(seconds).isBetween(1L, FeedSessions.KEPT.toSeconds());
        }
        assertRefused(RecommendationError.CURSOR_EXPIRED, ANN, oldest, 3);
    }

    @Test
    void twoAtOnceGetTheSamePage() {
        longList("ann", 100, 100);
        String cursor = feeds.page(ANN, null, 10).nextCursor();
        List<FeedPage> pages = Stream.generate(() -> cursor)
                .limit(8)
                .parallel()
                .map(at -> feeds.page(ANN, at, 10))
                .toList();
        assertThat(pages).allSatisfy(page -> assertThat(page).isEqualTo(pages.get(0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, -1})
    void theLimitIsBounded(int limit) {
        assertRefused(RecommendationError.INVALID_LIMIT, ANN, null, limit);
    }

    private void assertRefused(RecommendationError code, UserId user, String cursor, int limit) {
        assertThatThrownBy(() -> feeds.page(user, cursor, limit))
                .isInstanceOfSatisfying(
                        ServingException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static List<String> ids(FeedPage page) {
        return page.items().stream().map(item -> item.track().trackId()).toList();
    }

    private void longList(String user, int size, int artists) {
        model("v1", NOW);
        WarehouseRows rows = listRows();
        for (int i = 0; i < size; i++) {
            rows.addRow("als", "v1", user, i + 1, "t" + i, "a" + i % artists, 1.0 / (i + 1), "FOR_YOUR_TASTE", null);
        }
        stores.warehouse().insert(rows);
    }

    private void own(
            String version, String user, int position, String track, String artist, String kind, String reasonId) {
        WarehouseRows rows = listRows();
        rows.addRow("als", version, user, position, track, artist, 1.0 / position, kind, reasonId);
        stores.warehouse().insert(rows);
    }

    private static WarehouseRows listRows() {
        return WarehouseRows.into(
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
    }

    private void model(String version, Instant trainedAt) {
        stores.warehouse().insert(row(version, trainedAt, 1));
    }

    private static WarehouseRows row(String version, Instant trainedAt, int promoted) {
        WarehouseRows rows = versions();
        rows.addRow("als", version, trainedAt, promoted, "{}");
        return rows;
    }

    private static WarehouseRows versions() {
        return WarehouseRows.into("model_versions", "model", "version", "trained_at", "promoted", "metrics");
    }

    private void trending(String scope, String... tracks) {
        StringBuilder entries = new StringBuilder();
        for (String track : tracks) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"trackId\":\"%s\",\"artistId\":null,\"score\":2.5,\"velocity\":0.1}".formatted(track));
        }
        stores.redis()
                .call(commands -> commands.set(
                        LiveKeys.trending(scope),
                        "{\"scope\":\"%s\",\"rankedAt\":%d,\"halfLifeMs\":3600000,\"entries\":[%s]}"
                                .formatted(scope, NOW.toEpochMilli(), entries)));
    }

    private void describe(String track, String title, String artist) {
        stores.warehouse()
                .insert(
                        Contracts.CATALOGUE_ENTRY,
                        List.of(CatalogueEntry.newBuilder()
                                .setEntryId(track)
                                .setKind(CatalogueKind.TRACK)
                                .setName(title)
                                .setArtistId(artist)
                                .setGenres(List.of())
                                .setDescribedAt(NOW)
                                .build()));
    }

    private void listen(UserId user, String track, Instant at, String country) {
        stores.warehouse()
                .insert(
                        Contracts.LISTEN,
                        List.of(Listen.newBuilder()
                                .setListenId(track + "@" + at)
                                .setUserId(user.value())
                                .setTrackId(track)
                                .setStartedAt(at)
                                .setMsPlayed(31_000)
                                .setCountry(country)
                                .setSubscriptionTier(SubscriptionTier.UNKNOWN)
                                .setEndReason(EndReason.UNKNOWN)
                                .setOffline(false)
                                .setReceivedAt(at.plusSeconds(60))
                                .build()));
    }
}
