package org.hathor.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hathor.contracts.playback.Listen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ImportMainTest {
    private static final Map<String, String> NOWHERE = Map.of(
            "KAFKA_BOOTSTRAP", "127.0.0.1:1",
            "POSTGRES_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/hathor",
            "REDIS_URL", "redis://127.0.0.1:1",
            "CLICKHOUSE_JDBC_URL", "jdbc:clickhouse://127.0.0.1:1/hathor",
            "LAKE_WAREHOUSE", "/nowhere",
            "FLINK_URL", "http://127.0.0.1:1");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aWrongFolderIsToldInOneLine() throws IOException {
        assertThat(run("spotify-history", folder.toString(), "--user", "me")).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("StreamingHistory*.json", "no files at all");

        Exports.write(folder.resolve("notes.txt"), "hello");
        assertThatThrownBy(() -> ExportFolder.find(folder, new SpotifyHistory()))
                .hasMessageContaining("found notes.txt");
        assertThatThrownBy(() -> ExportFolder.find(folder.resolve("gone"), new SpotifyHistory()))
                .hasMessageContaining("there is nothing at");
    }

    @Test
    void twoTellingsOfOneHistoryAreNotMixed() throws IOException {
        Exports.write(folder.resolve("StreamingHistory0.json"), "[]");
        Exports.write(folder.resolve("endsong_0.json"), "[]");
        assertThatThrownBy(() -> ExportFolder.find(folder, new SpotifyHistory()))
                .hasMessageContaining("account data and extended streaming history");
    }

    @Test
    void theCommandLineIsChecked() {
        assertThat(run("spotify-history", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("whose history is it? give --user");
        assertThat(run("lastfm-1k", folder.toString(), "--user", "me")).isEqualTo(2);
        assertThat(err.toString()).contains("leave --user out");
        assertThat(run("winamp", folder.toString(), "--user", "me")).isEqualTo(2);
        assertThat(err.toString()).contains("there are spotify-history, listenbrainz, lastfm-1k and hetrec-lastfm");
        assertThat(run("spotify-history", folder.toString(), "--user", "me", "--runner", "flink"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--runner must be direct or spark");
    }

    @Test
    void hetrecIsLookedThroughAndNoListensAreMadeOfIt() throws IOException {
        Exports.write(folder.resolve("artists.dat"), "id\tname\turl\tpictureURL\n1\tAna\t\t\n2\tBo\t\t\n");
        Exports.write(
                folder.resolve("user_artists.dat"),
                "userID\tartistID\tweight\r\n7\t1\t100\r\n7\t2\t5\r\n8\t3\t1\r\n7\t1\t1\r\n8\tx\t1\r\n");
        assertThat(run("hetrec-lastfm", folder.toString())).isZero();
        assertThat(out.toString())
                .contains("2 interactions of 1 users with 2 artists, 105 plays; 3 rows rejected")
                .contains("user_artists.dat:4: artist 3 is not in artists.dat")
                .contains("--interactions hetrec:" + folder);
        assertThat(run("hetrec-lastfm", folder.resolve("sub").toString())).isEqualTo(2);
    }

    @Test
    void aZipIsReadAsItIs() throws IOException {
        Path file = folder.resolve("listenbrainz_me.zip");
        try (ZipOutputStream zip = new ZipOutputStream(java.nio.file.Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("user.json"));
            zip.write("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("listens/2023/11.jsonl"));
            zip.write(
                    "{\"listened_at\":1700000000,\"track_metadata\":{\"artist_name\":\"Ana\",\"track_name\":\"One\"}}\n"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        List<Listen> listens =
                Collected.of(file, new ListenBrainzExport(), "me").listens();
        assertThat(listens).singleElement().satisfies(listen -> assertThat(listen.getSourceId())
                .isEqualTo("listenbrainz_me.zip!listens/2023/11.jsonl:1"));
    }

    @Test
    void aMissingSettingIsNamed() throws IOException {
        Exports.write(folder.resolve("StreamingHistory0.json"), "[]");
        StringWriter errors = new StringWriter();
        int status = ImportMain.command(Map.of())
                .setErr(new PrintWriter(errors, true))
                .execute("spotify-history", folder.toString(), "--user", "me");
        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).contains("environment variable KAFKA_BOOTSTRAP is not set");
    }

    private int run(String... arguments) {
        CommandLine command = ImportMain.command(NOWHERE);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
