package org.hathor.batch.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobReport;
import org.hathor.batch.KilledJvm;
import org.hathor.batch.audio.AnalysisRun;
import org.hathor.batch.audio.AnalysisTable;
import org.hathor.batch.audio.WavFile;
import org.hathor.lake.LakeTable;
import org.hathor.mood.ModelCard;
import org.hathor.warehouse.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainAndScoreMoodTest {
    private static final LakeTable MOODS = AnalysisTable.definition(new MoodAnalysis("", ""));
    private static final LakeTable LOG_MELS = AnalysisTable.definition(new LogMelAnalysis());

    @TempDir
    private Path folder;

    private BatchTestBed bed;
    private JobContext context;
    private Warehouse warehouse;

    @BeforeEach
    void emptyLakeAndTables() throws IOException, SQLException {
        bed = BatchTestBed.fresh();
        context = bed.contextWithEngines();
        warehouse = Warehouse.open(context.endpoints().get().clickhouseJdbcUrl());
        warehouse.migrate();
        query("TRUNCATE TABLE model_versions");
        delete(bed.data().resolve("models/mood"));
    }

    @AfterEach
    void closeWarehouse() {
        warehouse.close();
    }

    @Test
    void aNetworkThatHearsMoreThanTheRegressionIsShownAndTellsEveryTracksMoods() throws IOException, SQLException {
        Sweeps.write(folder, 80);
        Files.writeString(folder.resolve("broken.wav"), "no sound");
        WavFile.write(folder.resolve("unlabelled.wav"), WavFile.music(1, 2));

        JobReport report = new TrainMood(Sweeps.config(folder, 12)).run(context);

        String version = (String) report.figures().get("version");
        ModelCard card = ModelCard.fromJson(
                query("SELECT metrics FROM model_versions FINAL").get(0));
        assertThat(card.quality().accuracy())
                .as("%s", report.lines())
                .isGreaterThan(card.baseline().accuracy());
        assertThat(card.quality().clips()).isEqualTo(16);
        assertThat(card.trainedOn().get(0).clips()).isEqualTo(80);
        assertThat(query("SELECT model, version, promoted FROM model_versions FINAL"))
                .containsExactly("mood|%s|1".formatted(version));
        assertThat(bed.data().resolve("models/mood").resolve(version).resolve("card.json"))
                .exists();
        assertThat(report.lines()).anyMatch(line -> line.startsWith("Promoted: "));

        // the same again is known
        JobReport again = new TrainMood(Sweeps.config(folder, 12)).run(context);
        assertThat(again.figures()).containsEntry("trained", false).containsEntry("version", version);
        assertThat(query("SELECT count() FROM model_versions")).containsExactly("1");

        JobReport scored = score(Optional.empty());
        assertThat(scored.figures()).containsEntry("scored", 81).containsEntry("version", version);
        int right = 0;
        for (Row row : bed.lake().read(MOODS).collectAsList()) {
            assertThat(row.<Double>getAs("q1")
                            + row.<Double>getAs("q2")
                            + row.<Double>getAs("q3")
                            + row.<Double>getAs("q4"))
                    .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
            assertThat(row.<String>getAs("version")).isEqualTo(version);
            assertThat(row.isNullAt(row.fieldIndex("epic")))
                    .as("it never heard of the epic")
                    .isTrue();
            Path label = folder.resolve(row.<String>getAs("track_id").replace(".wav", ".json"));
            right += Files.exists(label) && Files.readString(label).contains(row.<String>getAs("quadrant")) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(60);
        assertThat(score(Optional.empty()).figures()).containsEntry("scored", 0).containsEntry("unchanged", 82);
    }

    @ParameterizedTest
    @CsvSource({"EPOCH_DONE, 2", "TRAINED, 1", "WRITTEN, 1"})
    void killedAnywhereAndRunAgainItIsTheNetworkOfARunLeftAlone(TrainMood.Step step, int time)
            throws IOException, SQLException {
        Sweeps.write(folder, 32);
        JobReport undisturbed = new TrainMood(Sweeps.config(folder, 3)).run(context);
        String version = (String) undisturbed.figures().get("version");
        Path model = bed.data().resolve("models/mood").resolve(version);
        byte[] weights = Files.readAllBytes(model.resolve("weights.ndl"));
        List<String> row = query("SELECT version, promoted, metrics FROM model_versions FINAL");
        List<String> spectrograms = keys();
        emptyLakeAndTables();
        Map<String, String> environment = new HashMap<>(bed.environmentWithEngines());
        environment.put("OMP_NUM_THREADS", "1");

        int status = KilledJvm.run(
                KilledTraining.class,
                environment,
                List.of(
                        step.name(),
                        String.valueOf(time),
                        folder.toString(),
                        bed.data().toString(),
                        "3"));
        assertThat(status).isEqualTo(KilledJvm.KILLED);
        assertThat(query("SELECT count() FROM model_versions"))
                .as("the row comes last")
                .containsExactly("0");
        new TrainMood(Sweeps.config(folder, 3)).run(context);

        assertThat(query("SELECT version, promoted, metrics FROM model_versions FINAL"))
                .isEqualTo(row);
        assertThat(Files.readAllBytes(model.resolve("weights.ndl"))).isEqualTo(weights);
        assertThat(keys()).isEqualTo(spectrograms).hasSize(32);
        try (Stream<Path> left = Files.list(model.getParent())) {
            assertThat(left).containsExactly(model);
        }
    }

    @Test
    void withoutLabelledMusicNothingIsLearnt() throws SQLException {
        JobReport report = new TrainMood(new TrainMood.Config(Optional.empty(), Optional.empty(), Sweeps.settings(1)))
                .run(context);

        assertThat(report.ok()).isTrue();
        assertThat(report.lines().get(0)).startsWith("There is no labelled music at ");
        assertThat(query("SELECT count() FROM model_versions")).containsExactly("0");
    }

    @Test
    void tooFewClipsAreSaidToBe() throws IOException {
        Sweeps.write(folder, 6);

        JobReport report = new TrainMood(Sweeps.config(folder, 1)).run(context);

        assertThat(report.lines())
                .containsExactly("6 labelled clips of 6 songs are too few: training alone needs a batch of 8.");
    }

    @Test
    void scoringWithoutANetworkSaysSoAndAnUnknownVersionIsRefused() {
        assertThat(score(Optional.empty()).lines())
                .containsExactly("No mood network has been promoted yet: train one with train-mood.");
        assertThatThrownBy(() -> score(Optional.of("cafe")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no mood network cafe");
    }

    private JobReport score(Optional<String> version) {
        return new ScoreMood(new ScoreMood.Config(
                        Optional.of(folder),
                        version,
                        new AnalysisRun.Config(0.1, 50, 1 << 30, AnalysisRun.RefusedBefore.KEEP)))
                .run(context);
    }

    private List<String> keys() {
        return bed.lake().read(LOG_MELS).selectExpr("track_id", "content_hash", "md5(log_mel)").collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = warehouse.connection();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return List.of();
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    StringBuilder row = new StringBuilder(result.getString(1));
                    for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                        row.append('|').append(result.getString(i));
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
