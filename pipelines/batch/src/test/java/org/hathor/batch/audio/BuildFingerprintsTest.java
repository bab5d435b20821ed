package org.hathor.batch.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.hathor.audio.fingerprint.Fingerprint;
import org.hathor.audio.fingerprint.Fingerprinter;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.JobReport;
import org.hathor.lake.LakeTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFingerprintsTest {
    private static final LakeTable TABLE = AnalysisTable.definition(new FingerprintAnalysis());

    @TempDir
    private Path folder;

    private BatchTestBed bed;

    @BeforeEach
    void emptyLake() throws IOException {
        bed = BatchTestBed.fresh();
    }

    @Test
    void aRowIsTheTracksFingerprintAndTwoUploadsOfOneRecordingArePaired() throws IOException {
        float[] one = tune(1, 20);
        WavFile.write(folder.resolve("a-first-upload.wav"), one);
        WavFile.write(folder.resolve("b-another.wav"), tune(2, 20));
        // from the fifth second on, and softer
        float[] excerpt = Arrays.copyOfRange(one, 5 * WavFile.RATE, one.length);
        for (int n = 0; n < excerpt.length; n++) {
            excerpt[n] *= 0.5f;
        }
        WavFile.write(folder.resolve("c-second-upload.wav"), excerpt);

        JobReport report = build(step -> {});

        assertThat(report.figures()).containsEntry("fingerprinted", 3).containsEntry("duplicates", 1L);
        Row row = bed.lake().read(TABLE).orderBy("track_id").first();
        Fingerprint kept = Fingerprint.ofBytes((byte[]) row.get(row.fieldIndex("fingerprint")));
        float[] decoded = new float[one.length];
        for (int n = 0; n < one.length; n++) {
            decoded[n] = Math.round(32_767 * one[n]) / 32_768f;
        }
        assertThat(kept).isEqualTo(new Fingerprinter().track(decoded, WavFile.RATE));
        Row pair = bed.lake().read(Duplicates.TABLE).first();
        assertThat(pair.<String>getAs("track_id")).isEqualTo("a-first-upload.wav");
        assertThat(pair.<String>getAs("other_id")).isEqualTo("c-second-upload.wav");
        assertThat(Math.abs(pair.<Double>getAs("offset_seconds"))).isBetween(4.9, 5.1);
        assertThat(pair.<Double>getAs("share")).isGreaterThan(0.6);
    }

    @Test
    void pairsFollowTheFingerprintsAndAreNotSearchedTwice() throws IOException {
        WavFile.write(folder.resolve("a.wav"), tune(1, 12));
        WavFile.write(folder.resolve("b.wav"), tune(1, 12));
        assertThat(build(step -> {}).figures()).containsEntry("duplicates", 1L);
        long snapshot = bed.lake().table(Duplicates.TABLE).currentSnapshot().snapshotId();

        assertThat(build(step -> {}).figures())
                .containsEntry("fingerprinted", 0)
                .containsEntry("duplicates", 1L);
        assertThat(bed.lake().table(Duplicates.TABLE).currentSnapshot().snapshotId())
                .isEqualTo(snapshot);

        WavFile.write(folder.resolve("b.wav"), tune(9, 12));
        assertThat(build(step -> {}).figures())
                .containsEntry("fingerprinted", 1)
                .containsEntry("duplicates", 0L);
    }

    @Test
    void aRunThatDiedBeforeItLookedForDuplicatesIsMadeGoodByTheNext() throws IOException {
        WavFile.write(folder.resolve("a.wav"), tune(1, 12));
        WavFile.write(folder.resolve("b.wav"), tune(1, 12));
        assertThatThrownBy(() -> build(step -> {
                    if (step == AnalysisRun.Step.REFUSALS_REMOVED) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");

        JobReport report = build(step -> {});

        assertThat(report.figures()).containsEntry("fingerprinted", 0).containsEntry("duplicates", 1L);
    }

    @Test
    void droppedTablesAreRebuiltTheSame() throws IOException {
        WavFile.write(folder.resolve("a.wav"), tune(1, 12));
        WavFile.write(folder.resolve("b.wav"), tune(1, 12));
        Files.writeString(folder.resolve("c.wav"), "nothing to hear");
        build(step -> {});
        List<String> fingerprints = contents();
        List<String> pairs = bed.contents(Duplicates.TABLE);
        bed = BatchTestBed.fresh();

        build(step -> {});

        assertThat(contents()).isEqualTo(fingerprints).hasSize(2);
        assertThat(bed.contents(Duplicates.TABLE)).isEqualTo(pairs).hasSize(1);
    }

    private List<String> contents() {
        return bed
                .lake()
                .read(TABLE)
                .selectExpr("track_id", "content_hash", "version", "peaks", "hex(fingerprint)")
                .collectAsList()
                .stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    private JobReport build(java.util.function.Consumer<AnalysisRun.Step> reached) {
        return new BuildFingerprints(
                        new BuildFingerprints.Config(
                                Optional.of(folder),
                                new AnalysisRun.Config(1, 100, 1 << 30, AnalysisRun.RefusedBefore.KEEP)),
                        reached)
                .run(bed.context());
    }

    /** Notes at random: no two seconds alike, as a fingerprint needs. */
    private static float[] tune(int seed, double seconds) {
        Random random = new Random(seed);
        float[] y = new float[(int) (WavFile.RATE * seconds)];
        int at = 0;
        while (at < y.length) {
            int length = (int) (WavFile.RATE * (0.1 + 0.25 * random.nextDouble()));
            double[] hertz = {
                200 + 1_500 * random.nextDouble(), 200 + 2_500 * random.nextDouble(), 300 + 3_000 * random.nextDouble()
            };
            for (int n = 0; n < length && at + n < y.length; n++) {
                for (double each : hertz) {
                    y[at + n] += (float)
                            (0.15 * Math.exp(-3.0 * n / length) * Math.sin(2 * Math.PI * each * n / WavFile.RATE));
                }
            }
            at += length;
        }
        return y;
    }
}
