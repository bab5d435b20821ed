package org.hathor.batch.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.awaitility.Awaitility;
import org.hathor.audio.Pcm;
import org.hathor.audio.feature.FeatureExtractor;
import org.hathor.audio.feature.TrackFeatures;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.JobMain;
import org.hathor.batch.JobReport;
import org.hathor.batch.KilledJvm;
import org.hathor.lake.LakeTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractAudioFeaturesTest {
    private static final LakeTable TABLE = AnalysisTable.definition(new FeatureAnalysis());

    @TempDir
    private Path folder;

    private BatchTestBed bed;

    @BeforeEach
    void emptyLake() throws IOException {
        bed = BatchTestBed.fresh();
    }

    @Test
    void aRowIsWhatTheLibraryMeasures() throws IOException {
        Path file = WavFile.write(folder.resolve("chord.wav"), WavFile.music(4, 6));

        assertThat(extract().ok()).isTrue();

        Pcm pcm = AudioReader.standard().read(file, AudioFormat.asRecorded());
        TrackFeatures features = new FeatureExtractor().extract(pcm);
        Row row = bed.lake().read(TABLE).first();
        assertThat(row.<String>getAs("track_id")).isEqualTo("chord.wav");
        assertThat(row.<String>getAs("version")).isEqualTo(FeatureExtractor.VERSION);
        assertThat(row.<Double>getAs("seconds")).isEqualTo(6);
        assertThat(row.<Double>getAs("tempo")).isEqualTo(features.tempo());
        assertThat(row.<Integer>getAs("key")).isEqualTo(features.key());
        assertThat(row.<String>getAs("mode")).isEqualTo(features.mode());
        assertThat(row.<Double>getAs("integrated_loudness")).isEqualTo(features.integratedLoudness());
        assertThat(row.<Double>getAs("voiced_share")).isEqualTo(features.voicedShare());
        assertThat(row.getList(row.fieldIndex("beats")))
                .isEqualTo(Arrays.stream(features.beats()).boxed().toList());
        assertThat(row.<Float>getList(row.fieldIndex("mfcc_mean")))
                .hasSize(20)
                .first()
                .satisfies(mean -> assertThat(mean).isCloseTo(features.mfccMean()[0], within(0f)));
        assertThat(row.getList(row.fieldIndex("waveform_peaks"))).hasSize(2_000);
        assertThat(bed.lake().table(TABLE).schema().findField("tempo").doc())
                .isEqualTo("Beats a minute; 0 where there is no pulse. Unit: BPM.");
    }

    @Test
    void hostileFilesAreSetAsideByNameAndTheRestIsMeasured() throws IOException {
        for (int i = 0; i < 3; i++) {
            WavFile.write(folder.resolve("track-%d.wav".formatted(i)), WavFile.music(i, 2));
        }
        Files.write(folder.resolve("empty.mp3"), new byte[0]);
        Files.writeString(folder.resolve("text.mp3"), "This is no music.".repeat(100));
        WavFile.write(folder.resolve("silent.wav"), new float[WavFile.RATE]);
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("noise.ogg"), noise);
        Files.writeString(folder.resolve("list.m4a"), "#EXTM3U\nfile:///etc/passwd\n");
        Files.writeString(folder.resolve("bad;name $(touch x) '\".flac"), "fLaC nothing");

        JobReport report = extract();

        assertThat(bed.lake().read(TABLE).count()).isEqualTo(3);
        Map<String, String> reasons = new HashMap<>();
        bed.lake()
                .read(Quarantine.TABLE)
                .collectAsList()
                .forEach(row -> reasons.put(row.getAs("track_id"), row.getAs("reason")));
        assertThat(reasons)
                .hasSize(6)
                .containsEntry("empty.mp3", "EMPTY")
                .containsEntry("text.mp3", "NOT_AUDIO")
                .containsEntry("silent.wav", "SILENT")
                .containsEntry("noise.ogg", "NOT_AUDIO")
                .containsEntry("list.m4a", "NOT_AUDIO")
                .containsEntry("bad;name $(touch x) '\".flac", "CORRUPT");
        assertThat(report.ok()).as("6 of 9 are too many").isFalse();
        assertThat(report.lines()).anyMatch(line -> line.startsWith("6 of 9 objects are in quarantine"));
    }

    @Test
    void killedFromOutsideInTheMiddleAndRunAgainTheTableIsThatOfARunLeftAlone() throws Exception {
        for (int i = 0; i < 6; i++) {
            WavFile.write(folder.resolve("track-%d.wav".formatted(i)), WavFile.music(i, 3));
        }
        extract();
        List<String> undisturbed = bed.contents(TABLE);
        bed = BatchTestBed.fresh();
        Map<String, String> environment = new HashMap<>(bed.environment());
        environment.put("HATHOR_DATA", bed.data().toString());

        Process child = KilledJvm.start(
                JobMain.class,
                environment,
                List.of("extract-audio-features", "--folder", folder.toString(), "--chunk", "1"));
        try {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> rows() > 1 || !child.isAlive());
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor()).isEqualTo(KilledJvm.KILLED);
        assertThat(rows()).isBetween(2L, 5L);

        extract();

        assertThat(bed.contents(TABLE)).isEqualTo(undisturbed).hasSize(6);
    }

    private long rows() {
        return bed.spark().catalog().tableExists(org.hathor.batch.Lake.name(TABLE))
                ? bed.lake().read(TABLE).count()
                : 0;
    }

    private JobReport extract() {
        return new ExtractAudioFeatures(new ExtractAudioFeatures.Config(
                        Optional.of(folder), new AnalysisRun.Config(0.1, 2, 1 << 30, AnalysisRun.RefusedBefore.KEEP)))
                .run(bed.context());
    }
}
