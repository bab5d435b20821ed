package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hathor.contracts.NameIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One real listener's history, imported twice: the numbers of the export, in lake, ClickHouse and API. */
class RealHistoryIT {
    private static final long LISTENS = 54_429;
    private static final long QUALIFIED = 32_538;

    @TempDir
    private Path data;

    @Test
    void aRealHistoryImportedTwiceCountsOnce() throws IOException, InterruptedException {
        Path export = TestData.folder().resolve("spotify-history");
        assumeTrue(Files.isDirectory(export), "skipped: no real Spotify history at " + export);
        try (BoxUnderTest box = new BoxUnderTest(data)) {
            box.up();
            JsonNode first = box.command("import", "spotify-history", export.toString(), "--user", "me", "--json")
                    .json();
            BoxUnderTest.Outcome second = box.command("import", "spotify-history", export.toString(), "--user", "me");
            assertThat(second.status()).as(second.output()).isZero();
            assertThat(first).isNotNull();

            String token = box.command("user", "token", "me", "--json")
                    .json()
                    .get("token")
                    .asText();
            JsonNode statistics = box.json("/api/users/me/statistics", token);
            assertThat(statistics.get("listens").asLong()).isEqualTo(LISTENS);
            assertThat(statistics.get("qualifiedListens").asLong()).isEqualTo(QUALIFIED);

            JsonNode overview = box.json("/api/analytics/overview", null);
            assertThat(overview.get("listens").asLong()).isEqualTo(LISTENS);
            assertThat(overview.get("qualifiedListens").asLong()).isEqualTo(QUALIFIED);

            BoxUnderTest.Outcome reconciled = box.command("job", "reconcile", "--json");
            assertThat(reconciled.status()).as(reconciled.output()).isZero();
            assertThat(reconciled.json().get("lakeListens").asLong()).isEqualTo(LISTENS);
            assertThat(reconciled.json().get("clickhouseListens").asLong()).isEqualTo(LISTENS);

            Map<String, Long> plays = playsByTrack(export);
            long most = plays.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            JsonNode top = statistics.get("topTracks").get(0);
            assertThat(top.get("listens").asLong()).isEqualTo(most);
            assertThat(plays).containsEntry(top.get("trackId").asText(), most);
        }
    }

    private static Map<String, Long> playsByTrack(Path export) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(export)) {
            all.filter(file -> file.getFileName().toString().endsWith(".json.gz"))
                    .forEach(files::add);
        }
        Map<String, Long> plays = new HashMap<>();
        for (Path file : files) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                for (JsonNode play : new ObjectMapper().readTree(in)) {
                    String track = NameIdentity.track(
                                    play.get("artistName").asText(),
                                    play.get("trackName").asText())
                            .value();
                    plays.merge(track, 1L, Long::sum);
                }
            }
        }
        return plays;
    }
}
