package org.hathor.serving.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hathor.contracts.ArtistId;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.TrackId;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;
import org.hathor.serving.ReadStores;
import org.hathor.serving.ServingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static ReadStores stores;

    private final AtomicLong nanos = new AtomicLong();
    private Tracks tracks;

    @BeforeAll
    static void start() {
        stores = ReadStores.of("tracks");
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void fresh() {
        tracks = new Tracks(new Catalogue(stores.clickHouse()), nanos::get);
    }

    @Test
    void theLatestDescriptionHoldsAndListensAreCounted() {
        describe(track("t1", "Old title", NOW).build());
        describe(track("t1", "New title", NOW.plusSeconds(1))
                .setArtistId("a1")
                .setArtistName("An artist")
                .setAlbumId("al1")
                .setAlbumName("An album")
                .setLengthMs(200_000L)
                .setGenres(List.of("house", "dub techno"))
                .setReleaseYear(1999)
                .build());
        listen("l1", "t1", NOW, 40_000);
        listen("l2", "t1", NOW.plusSeconds(60), 10_000);

        TrackDetails details = tracks.details(new TrackId("t1"));

        assertThat(details.track())
                .isEqualTo(new Track(
                        "t1",
                        "New title",
                        "a1",
                        "An artist",
                        "al1",
                        "An album",
                        200_000L,
                        List.of("house", "dub techno"),
                        1999));
        assertThat(details.statistics())
                .isEqualTo(new TrackStatistics(new ListenMeasures(2, 1, 1, 1, 50_000), NOW, NOW.plusSeconds(60)));
    }

    @Test
    void aTrackThatWasOnlyHeardHasNoTitle() {
        listen("l3", "t-heard", NOW, 40_000);
        TrackDetails details = tracks.details(new TrackId("t-heard"));
        assertThat(details.track().title()).isNull();
        assertThat(details.track().genres()).isEmpty();
        assertThat(details.statistics().measures().listens()).isEqualTo(1);
    }

    @Test
    void whatNobodyKnowsIsNotFound() {
        assertThatThrownBy(() -> tracks.details(new TrackId("t-none")))
                .isInstanceOfSatisfying(ServingException.class, e -> {
                    assertThat(e.code()).isEqualTo(MusicError.TRACK_NOT_FOUND);
                    assertThat(e.details()).containsEntry("trackId", "t-none");
                });
    }

    @Test
    void aNewDescriptionIsSeenWithinSecondsAndACorrectionWithinAMinute() {
        assertThat(tracks.find(new TrackId("t-new")).title()).isNull();
        describe(track("t-new", "First", NOW).build());
        assertThat(tracks.find(new TrackId("t-new")).title()).isNull();
        pass(Duration.ofSeconds(2));
        assertThat(tracks.find(new TrackId("t-new")).title()).isEqualTo("First");
        describe(track("t-new", "Second", NOW.plusSeconds(1)).build());
        pass(Duration.ofSeconds(59));
        assertThat(tracks.find(new TrackId("t-new")).title()).isEqualTo("First");
        pass(Duration.ofSeconds(1));
        assertThat(tracks.find(new TrackId("t-new")).title()).isEqualTo("Second");
    }

    @Test
    void anArtistIsNamedByItsOwnEntryElseByItsTracks() {
        describe(track("t-a", "T", NOW)
                .setArtistId("a-tracks")
                .setArtistName("By track")
                .build());
        describe(track("t-b", "T", NOW.plusSeconds(9))
                .setArtistId("a-own")
                .setArtistName("By track")
                .build());
        describe(entry(CatalogueKind.ARTIST, "a-own", "By entry", NOW).build());
        describe(track("t-c", "T", NOW).setArtistId("a-own").build());

        assertThat(tracks.artistName(new ArtistId("a-tracks"))).contains("By track");
        assertThat(tracks.artistName(new ArtistId("a-own"))).contains("By entry");
        assertThat(tracks.artistName(new ArtistId("a-none"))).isEmpty();
        assertThat(tracks.find(new TrackId("t-c")).artistName()).isEqualTo("By entry");
    }

    @Test
    void namesComeInTheOrderAskedForWithIdsForTheUnknown() {
        describe(track("t-x", "X", NOW).build());
        assertThat(tracks.names(List.of("t-unknown", "t-x")).values())
                .containsExactly(new TrackName("t-unknown", null, null, null), new TrackName("t-x", "X", null, null));
    }

    @Test
    void textIsTextWhateverItHolds() {
        String nasty = "it's \\ \"quoted\" ? :x {y} \u00e5\u4e2d; DROP";
        describe(track("t-'\\?{x:y}", nasty, NOW).build());
        assertThat(tracks.find(new TrackId("t-'\\?{x:y}")).title()).isEqualTo(nasty);
        assertThat(tracks.findAll(List.of("')", "'--", "\\'", "?", "{a:String}")))
                .hasSize(5);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void describe(CatalogueEntry entry) {
        stores.warehouse().insert(Contracts.CATALOGUE_ENTRY, List.of(entry));
    }

    private static CatalogueEntry.Builder track(String id, String title, Instant at) {
        return entry(CatalogueKind.TRACK, id, title, at);
    }

    private static CatalogueEntry.Builder entry(CatalogueKind kind, String id, String name, Instant at) {
        return CatalogueEntry.newBuilder()
                .setEntryId(id)
                .setKind(kind)
                .setName(name)
                .setGenres(List.of())
                .setDescribedAt(at);
    }

    private static void listen(String id, String track, Instant at, long msPlayed) {
        stores.warehouse()
                .insert(
                        Contracts.LISTEN,
                        List.of(Listen.newBuilder()
                                .setListenId(id)
                                .setUserId("u")
                                .setTrackId(track)
                                .setStartedAt(at)
                                .setMsPlayed(msPlayed)
                                .setSubscriptionTier(SubscriptionTier.UNKNOWN)
                                .setEndReason(EndReason.UNKNOWN)
                                .setOffline(false)
                                .setReceivedAt(at.plusSeconds(300))
                                .build()));
    }
}
