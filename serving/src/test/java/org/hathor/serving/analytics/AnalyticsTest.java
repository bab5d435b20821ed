package org.hathor.serving.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hathor.contracts.ArtistId;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.ListenRules;
import org.hathor.contracts.TrackId;
import org.hathor.contracts.UserId;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.playback.Listen;
import org.hathor.serving.RandomListens;
import org.hathor.serving.ReadStores;
import org.hathor.serving.ServingException;
import org.hathor.serving.music.ListenMeasures;
import org.hathor.serving.music.MusicError;
import org.hathor.serving.music.Tracks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number against a naive count over random listens with duplicates, in the real ClickHouse. */
class AnalyticsTest {
    private static final Instant BEGIN = Instant.parse("2026-02-20T06:30:00Z");
    private static ReadStores stores;
    private static Collection<Listen> listens;
    private static Analytics analytics;

    @BeforeAll
    static void fill() {
        stores = ReadStores.of("analytics");
        listens = new RandomListens(11, BEGIN, Duration.ofDays(12))
                .add(3_000, 40, 60)
                .writeTo(stores.warehouse())
                .holding();
        stores.warehouse().insert(Contracts.CATALOGUE_ENTRY, List.of(described(CatalogueKind.TRACK, "track-silent")));
        stores.warehouse().insert(Contracts.CATALOGUE_ENTRY, List.of(described(CatalogueKind.ARTIST, "artist-1")));
        analytics = new Analytics(stores.clickHouse(), new Tracks(stores.clickHouse()));
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @ParameterizedTest
    @CsvSource({
        ",",
        "2026-02-22, 2026-02-25",
        "2026-02-22T05:00:00.001Z, 2026-02-24T17:30:00Z",
        "2026-02-25, ",
        ", 2026-02-22T12:00:00Z",
        "2027-01-01, 2027-01-03",
    })
    void theOverviewIsWhatACountGives(String from, String to) {
        Period period = Period.parse(from, to);
        List<Listen> inside = inside(period, listen -> true);

        Overview overview = analytics.overview(period);

        assertThat(overview.measures()).isEqualTo(measures(inside));
        assertThat(overview.tracks()).isEqualTo(distinct(inside, Listen::getTrackId));
        assertThat(overview.artists()).isEqualTo(distinct(inside, Listen::getArtistId));
        assertThat(overview.days()).isEqualTo(days(period, inside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"track-0", "track-7", "track-13", "track-59"})
    void aTracksNumbersAreWhatACountGives(String id) {
        Period period = Period.parse("2026-02-21", "2026-03-02T09:00:00Z");
        List<Listen> inside = inside(period, listen -> listen.getTrackId().equals(id));

        TrackAnalytics track = analytics.track(new TrackId(id), period);

        assertThat(track.measures()).isEqualTo(measures(inside));
        assertThat(track.days()).isEqualTo(days(period, inside));
    }

    @Test
    void anArtistsNumbersAreWhatACountGives() {
        Period period = Period.parse("2026-02-21", null);
        List<Listen> inside = inside(period, listen -> "artist-1".equals(listen.getArtistId()));

        ArtistAnalytics artist = analytics.artist(new ArtistId("artist-1"), period, 4);

        assertThat(artist.artistName()).isEqualTo("Name of artist-1");
        assertThat(artist.measures()).isEqualTo(measures(inside));
        assertThat(artist.tracks()).isEqualTo(distinct(inside, Listen::getTrackId));
        assertThat(artist.days()).isEqualTo(days(period, inside));
        assertThat(artist.topTracks())
                .extracting(top -> Map.entry(top.track().trackId(), top.measures()))
                .isEqualTo(by(inside, Listen::getTrackId).entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey(), measures(entry.getValue())))
                        .sorted(Comparator.comparing((Map.Entry<String, ListenMeasures> e) ->
                                        -e.getValue().listens())
                                .thenComparing(e -> -e.getValue().qualifiedListens())
                                .thenComparing(Map.Entry::getKey))
                        .limit(4)
                        .toList());
    }

    @Test
    void aUsersStatisticsAreWhatACountGives() {
        List<Listen> own = inside(Period.ALWAYS, listen -> listen.getUserId().equals("user-3"));

        UserStatistics user = analytics.user(new UserId("user-3"), Period.ALWAYS, 5);

        assertThat(user.heard()).isEqualTo(heard(own));
        assertThat(user.tracks()).isEqualTo(distinct(own, Listen::getTrackId));
        assertThat(user.artists()).isEqualTo(distinct(own, Listen::getArtistId));
        assertThat(user.firstListenAt())
                .isEqualTo(own.stream()
                        .map(Listen::getStartedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        assertThat(user.lastListenAt())
                .isEqualTo(own.stream()
                        .map(Listen::getStartedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        assertThat(user.activeDays())
                .isEqualTo(distinct(own, listen -> ListenRules.day(listen).toString()));
        assertThat(user.longestStreakDays())
                .isEqualTo(Streaks.longest(own.stream().map(ListenRules::day).toList()));
        assertThat(user.topTracks())
                .extracting(top -> Map.entry(top.track().trackId(), top.heard()))
                .isEqualTo(top(own, Listen::getTrackId, 5));
        assertThat(user.topArtists())
                .extracting(top -> Map.entry(top.artistId(), top.heard()))
                .isEqualTo(top(own, Listen::getArtistId, 5));
        assertThat(user.hours())
                .isEqualTo(
                        IntStream.range(0, 24).mapToObj(hour -> hour(own, hour)).toList());
    }

    @Test
    void aUserWithoutListensHasZeros() {
        UserStatistics user = analytics.user(new UserId("nobody"), Period.ALWAYS, 5);
        assertThat(user.heard()).isEqualTo(new UserStatistics.Heard(0, 0, 0, 0));
        assertThat(user.firstListenAt()).isNull();
        assertThat(user.topTracks()).isEmpty();
        assertThat(user.hours()).hasSize(24);
    }

    @Test
    void aDescribedTrackThatNobodyHeardHasZeros() {
        TrackAnalytics track = analytics.track(new TrackId("track-silent"), Period.parse("2026-02-21", "2026-02-23"));
        assertThat(track.track().title()).isEqualTo("Name of track-silent");
        assertThat(track.measures()).isEqualTo(ListenMeasures.NONE);
        assertThat(track.days()).hasSize(2);
    }

    @Test
    void aTrackHeardAtAnotherTimeHasZeros() {
        assertThat(analytics
                        .track(new TrackId("track-0"), Period.parse("2020-01-01", "2020-01-02"))
                        .measures())
                .isEqualTo(ListenMeasures.NONE);
    }

    @Test
    void whatNobodyKnowsIsNotFound() {
        assertRefused(
                MusicError.TRACK_NOT_FOUND,
                () -> analytics.track(new TrackId("' OR 1=1 --".replace(' ', '_')), Period.ALWAYS));
        assertRefused(MusicError.ARTIST_NOT_FOUND, () -> analytics.artist(new ArtistId("nobody"), Period.ALWAYS, 5));
    }

    @Test
    void topListsHaveALimit() {
        assertRefused(AnalyticsError.INVALID_LIMIT, () -> analytics.user(new UserId("u"), Period.ALWAYS, 101));
        assertRefused(AnalyticsError.INVALID_LIMIT, () -> analytics.artist(new ArtistId("artist-1"), Period.ALWAYS, 0));
    }

    private static void assertRefused(Object code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServingException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static CatalogueEntry described(CatalogueKind kind, String id) {
        return CatalogueEntry.newBuilder()
                .setEntryId(id)
                .setKind(kind)
                .setName("Name of " + id)
                .setGenres(List.of())
                .setDescribedAt(BEGIN)
                .build();
    }

    private static List<Listen> inside(Period period, Predicate<Listen> condition) {
        return listens.stream()
                .filter(condition)
                .filter(listen ->
                        period.from() == null || !listen.getStartedAt().isBefore(period.from()))
                .filter(listen -> period.to() == null || listen.getStartedAt().isBefore(period.to()))
                .toList();
    }

    private static ListenMeasures measures(List<Listen> some) {
        UserStatistics.Heard heard = heard(some);
        return new ListenMeasures(
                heard.listens(),
                heard.qualifiedListens(),
                heard.validListens(),
                distinct(some, Listen::getUserId),
                heard.msPlayed());
    }

    private static UserStatistics.Heard heard(List<Listen> some) {
        long qualified = some.stream().filter(ListenRules::qualified).count();
        return new UserStatistics.Heard(
                some.size(),
                qualified,
                qualified,
                some.stream().mapToLong(Listen::getMsPlayed).sum());
    }

    private static long distinct(List<Listen> some, Function<Listen, String> property) {
        return some.stream().map(property).filter(Objects::nonNull).distinct().count();
    }

    private static Map<String, List<Listen>> by(List<Listen> some, Function<Listen, String> property) {
        return some.stream()
                .filter(listen -> property.apply(listen) != null)
                .collect(Collectors.groupingBy(property, TreeMap::new, Collectors.toList()));
    }

    private static List<Map.Entry<String, UserStatistics.Heard>> top(
            List<Listen> some, Function<Listen, String> property, int limit) {
        return by(some, property).entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), heard(entry.getValue())))
                .sorted(Comparator.comparing((Map.Entry<String, UserStatistics.Heard> e) ->
                                -e.getValue().listens())
                        .thenComparing(e -> -e.getValue().msPlayed())
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .toList();
    }

    private static UserStatistics.Hour hour(List<Listen> some, int hour) {
        List<Listen> then = some.stream()
                .filter(listen -> listen.getStartedAt().atOffset(ZoneOffset.UTC).getHour() == hour)
                .toList();
        return new UserStatistics.Hour(
                hour, then.size(), then.stream().mapToLong(Listen::getMsPlayed).sum());
    }

    private static List<DayMeasures> days(Period period, List<Listen> some) {
        Map<LocalDate, ListenMeasures> days =
                some.stream().collect(Collectors.groupingBy(ListenRules::day)).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> measures(entry.getValue())));
        return DaySeries.of(period, days);
    }
}
