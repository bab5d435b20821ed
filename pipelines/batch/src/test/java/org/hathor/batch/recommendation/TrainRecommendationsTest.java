package org.hathor.batch.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hathor.batch.BatchTestBed.NOON;
import static org.hathor.batch.BatchTestBed.listen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobReport;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.playback.Listen;
import org.hathor.lake.LakeTables;
import org.hathor.recommendation.ModelCard;
import org.hathor.recommendation.Quality;
import org.hathor.warehouse.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainRecommendationsTest {
    private static final AlsSettings SMALL = new AlsSettings(8, 5, 0.1, 5, 1, 42);

    private BatchTestBed bed;
    private JobContext context;
    private Warehouse warehouse;

    @BeforeEach
    void emptyLakeAndTables() throws IOException, SQLException {
        bed = BatchTestBed.fresh();
        context = bed.contextWithEngines();
        warehouse = Warehouse.open(context.endpoints().get().clickhouseJdbcUrl());
        warehouse.migrate();
        query("TRUNCATE TABLE recommendation_lists");
        query("TRUNCATE TABLE model_versions");
    }

    @AfterEach
    void closeWarehouse() {
        warehouse.close();
    }

    @Test
    void twoTastesBecomeListsOfThatTasteWithReasonsAndBeatPopularity() throws SQLException, IOException {
        bed.append(LakeTables.LISTENS, twoTastes());

        JobReport report = train(Optional.empty());

        String version = (String) report.figures().get("version");
        assertThat(report.figures()).containsEntry("trained", true).containsEntry("promoted", true);
        assertThat(query("SELECT model, version, promoted FROM model_versions FINAL"))
                .containsExactly("als|%s|1".formatted(version));
        ModelCard card = ModelCard.fromJson(
                query("SELECT metrics FROM model_versions FINAL").get(0));
        assertThat(card.quality().ndcgAt100()).isGreaterThan(card.popularity().ndcgAt100());
        assertThat(card.split()).startsWith("in time: tracks first heard from 2026-");

        Path folder = bed.data().resolve("models/recommendations").resolve(version);
        assertThat(ModelCard.fromJson(Files.readString(folder.resolve("card.json"))))
                .isEqualTo(card);
        assertThat(bed.spark()
                        .read()
                        .parquet(folder.resolve("items.parquet").toString())
                        .count())
                .isEqualTo(card.trainedOn().items());

        List<String> first =
                query("SELECT user_id, track_id, artist_id, reason_kind, reason_id FROM recommendation_lists FINAL "
                        + "WHERE position = 1 AND user_id != '' ORDER BY user_id");
        assertThat(first).hasSize(40);
        assertThat(first).allSatisfy(row -> {
            String[] parts = row.split("\\|");
            String taste = parts[0].substring(0, 4);
            assertThat(parts[1]).startsWith(taste);
            assertThat(parts[2]).isEqualTo("artist-of-" + parts[1]);
            assertThat(parts[3]).isEqualTo("BECAUSE_YOU_PLAYED");
            assertThat(parts[4]).startsWith(taste);
        });
        Set<String> played = twoTastes().stream()
                .map(listen -> listen.getUserId() + "|" + listen.getTrackId())
                .collect(Collectors.toSet());
        assertThat(query("SELECT user_id, track_id FROM recommendation_lists FINAL WHERE user_id != ''"))
                .as("nobody is recommended what they have played")
                .isNotEmpty()
                .doesNotContainAnyElementsOf(played);
        assertThat(query("SELECT user_id, reason_id FROM recommendation_lists FINAL "
                        + "WHERE reason_kind = 'BECAUSE_YOU_PLAYED'"))
                .as("every reason was played")
                .isSubsetOf(played);
        assertThat(query("SELECT position, reason_kind FROM recommendation_lists FINAL "
                        + "WHERE user_id = '' ORDER BY position LIMIT 2"))
                .containsExactly("1|POPULAR", "2|POPULAR");
    }

    @Test
    void theSameInputsMakeTheSameVersionAndTheSecondRunChangesNothing() throws SQLException {
        bed.append(LakeTables.LISTENS, twoTastes());
        JobReport once = train(Optional.empty());
        List<String> lists = query("SELECT * FROM recommendation_lists FINAL ORDER BY user_id, position");
        List<String> versions = query("SELECT * FROM model_versions");

        JobReport again = train(Optional.empty());

        assertThat(again.figures())
                .containsEntry("trained", false)
                .containsEntry("version", once.figures().get("version"));
        assertThat(query("SELECT * FROM recommendation_lists FINAL ORDER BY user_id, position"))
                .isEqualTo(lists);
        assertThat(query("SELECT * FROM model_versions")).isEqualTo(versions);
    }

    @Test
    void aRunThatDiedBeforeItsRowWasWrittenIsMadeAgain() throws SQLException {
        bed.append(LakeTables.LISTENS, twoTastes());
        Object version = train(Optional.empty()).figures().get("version");
        long rows = Long.parseLong(
                query("SELECT count() FROM recommendation_lists FINAL").get(0));
        query("TRUNCATE TABLE model_versions");

        JobReport again = train(Optional.empty());

        assertThat(again.figures()).containsEntry("trained", true).containsEntry("version", version);
        assertThat(query("SELECT count() FROM recommendation_lists")).containsExactly(String.valueOf(rows));
    }

    @Test
    void whatDoesNotBeatPopularityIsNotPromotedAndSaysSo() throws SQLException {
        Random random = new Random(5);
        List<Listen> listens = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int track = (int) Math.min(29, Math.abs(random.nextGaussian()) * 8);
            listens.add(listen("user-" + i % 30, "l" + i, "track-" + track, NOON.plusSeconds(60L * i)));
        }
        bed.append(LakeTables.LISTENS, listens);

        JobReport report = train(Optional.empty());

        assertThat(((Quality) report.figures().get("quality")).ndcgAt100())
                .isLessThanOrEqualTo(((Quality) report.figures().get("popularity")).ndcgAt100());
        assertThat(report.figures()).containsEntry("promoted", false);
        assertThat(report.lines().get(report.lines().size() - 1)).startsWith("Not promoted: NDCG@100 ");
        assertThat(query("SELECT promoted FROM model_versions FINAL")).containsExactly("0");
    }

    @Test
    void anEmptyLakeTeachesNothing() throws SQLException {
        JobReport report = train(Optional.empty());

        assertThat(report.lines()).containsExactly("There are no qualified listens yet: nothing to learn from.");
        assertThat(query("SELECT count() FROM model_versions")).containsExactly("0");
    }

    @Test
    void hetrecMakesListsOfArtistsThatNoFeedOfTracksShows(@TempDir Path folder) throws IOException, SQLException {
        StringBuilder plays = new StringBuilder("userID\tartistID\tweight\n");
        StringBuilder names = new StringBuilder("id\tname\turl\tpictureURL\n");
        for (int user = 0; user < 30; user++) {
            for (int artist = 0; artist < 20; artist++) {
                if (artist % 2 == user % 2 && (artist + user) % 5 != 0) {
                    plays.append("%d\t%d\t7\n".formatted(user, artist));
                }
            }
        }
        for (int artist = 0; artist < 20; artist++) {
            names.append("%d\tArtist %d\thttp://x\thttp://y\n".formatted(artist, artist));
        }
        Files.writeString(folder.resolve("user_artists.dat"), plays);
        Files.writeString(folder.resolve("artists.dat"), names);

        JobReport report = train(Optional.of("hetrec:" + folder));

        assertThat(report.figures()).containsEntry("model", "als-hetrec").containsEntry("promoted", false);
        assertThat((String) report.figures().get("because")).contains("the feed shows tracks");
        assertThat(query("SELECT DISTINCT track_id FROM recommendation_lists FINAL"))
                .containsExactly("");
        assertThat(query(
                        "SELECT count() > 0 FROM recommendation_lists FINAL WHERE user_id = 'hetrec:3' AND artist_id = '%s'"
                                .formatted(NameIdentity.artist("artist 7"))))
                .containsExactly("1");
        assertThat(query("SELECT count() FROM listens FINAL WHERE user_id LIKE 'hetrec:%'"))
                .containsExactly("0");
    }

    private JobReport train(Optional<String> interactions) {
        return new TrainRecommendations(new TrainRecommendations.Config(
                        interactions.map(org.hathor.recommendation.InteractionSource::parse), SMALL, 1))
                .run(context);
    }

    /**
     * Twenty users who play only rock and twenty who play only jazz, each some of thirty tracks, more as time goes on.
     */
    private static List<Listen> twoTastes() {
        Random random = new Random(11);
        List<Listen> listens = new ArrayList<>();
        for (int round = 0; round < 14; round++) {
            for (int user = 0; user < 40; user++) {
                String taste = user % 2 == 0 ? "rock" : "jazz";
                listens.add(listen(
                        taste + "-" + user,
                        "l" + round,
                        taste + "-track-" + random.nextInt(30),
                        NOON.plusSeconds(3600L * round + user)));
            }
        }
        return listens;
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = warehouse.connection();
                var statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (!statement.execute(sql)) {
                return rows;
            }
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        row.add(result.getString(column));
                    }
                    rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
                }
            }
            return rows;
        }
    }
}
