package org.hathor.importers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportPipelineTest {
    private static final SpotifyHistory SPOTIFY = new SpotifyHistory();

    @TempDir
    private Path folder;

    /** Three plays, the first of them twice with the same content. */
    private static final List<String> ROWS = List.of(
            Exports.spotifyRow("2021-05-01 10:00", "Ana", "One", 61_000),
            Exports.spotifyRow("2021-05-01 10:00", "Ana", "One", 61_000),
            Exports.spotifyRow("2021-05-01 10:04", "ANA", "one ", 12_000),
            Exports.spotifyRow("2021-05-01 10:09", "Bo", "Two", 0));

    @Test
    void aRowBecomesAListen() throws IOException {
        Exports.array(folder.resolve("StreamingHistory0.json"), ROWS);
        Collected content = Collected.of(folder, SPOTIFY, "me");

        assertThat(content.listens()).hasSize(4);
        Listen listen = content.listens().stream()
                .filter(one -> one.getSourceId().equals("StreamingHistory0.json:3"))
                .findFirst()
                .orElseThrow();
        assertThat(listen.getStartedAt()).isEqualTo(Instant.parse("2021-05-01T10:03:48Z"));
        assertThat(listen.getTrackId())
                .isEqualTo(NameIdentity.track("Ana", "One").value());
        assertThat(listen.getArtistId()).isEqualTo(NameIdentity.artist("Ana").value());
        assertThat(listen.getClient()).isEqualTo("spotify-export");
        assertThat(listen.getSource()).isEqualTo("import");
        assertThat(content.descriptions().stream().map(CatalogueEntry::getName))
                .containsExactlyInAnyOrder("One", "ANA", "Two", "Bo");
        assertThat(ImportCounters.READ.of(content.result().metrics())).isEqualTo(4);
    }

    @Test
    void equalRowsAreListensOfTheirOwn() throws IOException {
        Exports.array(folder.resolve("StreamingHistory0.json"), ROWS);
        assertThat(ids(Collected.of(folder, SPOTIFY, "me")))
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Property(tries = 8)
    void filesAndOrderDecideNothing(
            @ForAll @Size(4) List<@IntRange(max = 2) Integer> files, @ForAll @IntRange(max = 3) int turn)
            throws IOException {
        Path whole = Files.createTempDirectory("whole");
        Path parted = Files.createTempDirectory("parted");
        Exports.array(whole.resolve("StreamingHistory0.json"), ROWS);
        List<List<String>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < ROWS.size(); i++) {
            int row = (i + turn) % ROWS.size();
            parts.get(files.get(row)).add(ROWS.get(row));
        }
        Exports.array(parted.resolve("StreamingHistory0.json"), parts.get(0));
        Exports.array(parted.resolve("StreamingHistory1.json.gz"), parts.get(1));
        Exports.array(parted.resolve("MyData/StreamingHistory_music_2.json"), parts.get(2));

        Collected one = Collected.of(whole, SPOTIFY, "me");
        Collected other = Collected.of(parted, SPOTIFY, "me");
        assertThat(ids(other)).isEqualTo(ids(one));
        assertThat(other.descriptions()).isEqualTo(one.descriptions());
    }

    @Test
    void badRecordsAreLettersWithFileAndRecord() throws IOException {
        Exports.array(
                folder.resolve("StreamingHistory0.json"),
                List.of(
                        ROWS.get(0),
                        "{\"artistName\":\"Ana\",\"trackName\":\"One\",\"msPlayed\":1}",
                        "42",
                        Exports.spotifyRow("yesterday", "Ana", "One", 1),
                        Exports.spotifyRow("2021-05-01 10:00", "Ana", "One", -5),
                        Exports.spotifyRow("2021-05-01 10:00", " ", "One", 5),
                        ROWS.get(3)));
        Exports.write(folder.resolve("StreamingHistory1.json"), "[" + ROWS.get(2) + ", {\"endTime\": \"2021");
        Collected content = Collected.of(folder, SPOTIFY, "me");

        assertThat(content.listens()).hasSize(3);
        assertThat(content.letters().stream().map(letter -> letter.getOrigin() + " " + letter.getCode()))
                .containsExactly(
                        "import spotify-history StreamingHistory0.json:2 MISSING_FIELD",
                        "import spotify-history StreamingHistory0.json:3 NOT_AN_OBJECT",
                        "import spotify-history StreamingHistory0.json:4 INVALID_TIME",
                        "import spotify-history StreamingHistory0.json:5 OUT_OF_RANGE",
                        "import spotify-history StreamingHistory0.json:6 INVALID_TEXT",
                        "import spotify-history StreamingHistory1.json:2 MALFORMED_JSON");
        assertThat(StandardCharsets.UTF_8
                        .decode(content.letters().get(1).getOriginal().duplicate())
                        .toString())
                .isEqualTo("42");
        assertThat(ImportCounters.READ.of(content.result().metrics())).isEqualTo(9);
        assertThat(ImportCounters.REJECTED.of(content.result().metrics())).isEqualTo(6);
    }

    @Test
    void theExtendedHistorySaysMore() throws IOException {
        Exports.write(
                folder.resolve("Streaming_History_Audio_2020-2021_0.json"),
                """
                [{"ts":"2021-05-01T10:00:07Z","platform":"ios","ms_played":7000,"conn_country":"DE",
                  "master_metadata_track_name":"One","master_metadata_album_artist_name":"Ana",
                  "master_metadata_album_album_name":"First","spotify_track_uri":"spotify:track:1",
                  "reason_end":"fwdbtn","offline":true},
                 {"ts":"2021-05-01T10:30:00Z","ms_played":600000,"conn_country":"ZZ","master_metadata_track_name":null,
                  "episode_name":"Talk","episode_show_name":"Show","reason_end":"trackdone"},
                 {"ts":"2021-05-01T10:40:00Z","ms_played":10,"master_metadata_track_name":null}]
                """);
        Collected content = Collected.of(folder, SPOTIFY, "me");

        assertThat(content.listens()).hasSize(2);
        Listen skipped = content.listens().stream()
                .filter(listen -> listen.getMsPlayed() == 7_000)
                .findFirst()
                .orElseThrow();
        assertThat(skipped.getStartedAt()).isEqualTo(Instant.parse("2021-05-01T10:00:00Z"));
        assertThat(skipped.getEndReason()).isEqualTo(EndReason.SKIPPED);
        assertThat(skipped.getCountry()).isEqualTo("DE");
        assertThat(skipped.getOffline()).isTrue();
        assertThat(content.letters()).hasSize(1);
        assertThat(content.descriptions().stream().map(CatalogueEntry::getAlbumName))
                .contains("First");
    }

    @Test
    void listenBrainzListensAreOneWhereTheyAreEqual() throws IOException {
        String listen =
                "{\"listened_at\":1700000000,\"track_metadata\":{\"artist_name\":\"Ana\",\"track_name\":\"One\",\"additional_info\":{\"duration_ms\":200000}}}";
        String bare = "{\"listened_at\":1700000300,\"track_metadata\":{\"artist_name\":\"Bo\",\"track_name\":\"Two\"}}";
        Exports.write(folder.resolve("listens/2023/11.jsonl"), listen + "\n" + bare + "\n" + listen + "\n{not json\n");
        Collected lines = Collected.of(folder, new ListenBrainzExport(), "me");
        Path array = folder.resolve("old/listens.json");
        Exports.array(array, List.of(bare, listen));

        assertThat(lines.listens()).hasSize(2);
        assertThat(lines.listens().stream().map(Listen::getMsPlayed)).containsExactlyInAnyOrder(100_000L, 30_000L);
        assertThat(lines.letters()).singleElement().satisfies(letter -> assertThat(letter.getOrigin())
                .isEqualTo("import listenbrainz listens/2023/11.jsonl:4"));
        assertThat(ImportCounters.REPEATED.of(lines.result().metrics())).isEqualTo(1);
        assertThat(ids(Collected.of(array, new ListenBrainzExport(), "me"))).isEqualTo(ids(lines));
        // As the gateway names the same scrobble.
        assertThat(ids(lines))
                .contains(NameIdentity.listen("listenbrainz", "1700000000", "ana", "one")
                        .value());
    }

    @Test
    void lastFmNamesItsUsers() throws IOException {
        Exports.write(
                folder.resolve("lastfm-1k-sample.tsv.gz"),
                """
                user_000001\t2009-05-04T23:08:57Z\tmbid\tAna\tmbid\tOne
                user_000002\t2009-05-04T23:08:57Z\t\tAna\t\tOne
                user_000002\t2009-05-04T23:08:57Z\t\tAna\t\t
                user_000002\t2009-05-04
                """);
        Collected content = Collected.of(folder, new LastFm1k(), null);

        assertThat(content.listens().stream().map(Listen::getUserId))
                .containsExactly("lastfm-1k:user_000001", "lastfm-1k:user_000002");
        assertThat(content.letters().stream().map(letter -> letter.getOrigin() + " " + letter.getCode()))
                .containsExactly(
                        "import lastfm-1k lastfm-1k-sample.tsv.gz:3 INVALID_TEXT",
                        "import lastfm-1k lastfm-1k-sample.tsv.gz:4 WRONG_TYPE");
    }

    @Test
    void sparkReadsTheSame() throws IOException {
        Exports.array(folder.resolve("StreamingHistory0.json"), ROWS.subList(0, 1));
        Exports.array(folder.resolve("StreamingHistory1.json.gz"), ROWS.subList(1, 4));
        Collected direct = Collected.of(folder, SPOTIFY, "me");
        Collected spark = Collected.of(folder, SPOTIFY, "me", Runner.SPARK.options("local[1]"));

        assertThat(spark.listens()).isEqualTo(direct.listens());
        assertThat(spark.descriptions()).isEqualTo(direct.descriptions());
        assertThat(ImportCounters.READ.of(spark.result().metrics())).isEqualTo(4);
    }

    private static List<String> ids(Collected content) {
        return content.listens().stream().map(Listen::getListenId).toList();
    }
}
