package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoodTrainerTest {
    @TempDir
    Path folder;

    @Test
    void aSmallNetworkLearnsWhatCanBeHeard() throws IOException {
        SplitClips clips = Toy.clips(64);
        try (MoodModel model = new MoodTrainer(Toy.settings(1, 12)).train(clips, folder, TrainingListener.silent())) {
            Evaluation evaluation = Evaluation.of(clips.test(), clip -> model.predict(clip.logMel()));
            assertThat(evaluation.accuracy()).isGreaterThan(0.9);
            assertThat(model.vocabulary())
                    .containsExactly(Mood.HAPPY, Mood.ENERGETIC, Mood.TENSE, Mood.DARK, Mood.SAD, Mood.CALM);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void whereNotesAreKnownItLearnsToHearThemAndTellsTheMoodFromThem() throws IOException {
        SplitClips clips = Toy.played(64);
        List<Double> losses = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epochDone(EpochReport report) {
                losses.add(report.validationLoss());
            }
        };
        try (MoodModel model = new MoodTrainer(Toy.settings(1, 12)).train(clips, folder, listener)) {
            assertThat(losses.get(11)).isLessThan(losses.get(0) / 3);
            Evaluation evaluation = Evaluation.of(clips.test(), clip -> model.predict(clip.logMel()));
            assertThat(evaluation.accuracy()).isGreaterThan(0.9);
            model.save(folder.resolve("model"), ModelCardTest.card(Toy.settings(1, 12), clips, model, evaluation));
            try (MoodModel loaded = MoodModel.load(folder.resolve("model"))) {
                LogMel some = clips.test().get(0).logMel();
                assertThat(loaded.predict(some)).isEqualTo(model.predict(some));
                assertThat(loaded.parameters()).isEqualTo(model.parameters());
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameEpochsAndAnotherSeedOthers() throws IOException {
        assertThat(reports(1)).isEqualTo(reports(1)).isNotEqualTo(reports(2));
    }

    private List<EpochReport> reports(long seed) throws IOException {
        List<EpochReport> reports = new ArrayList<>();
        new MoodTrainer(Toy.settings(seed, 3))
                .train(Toy.clips(24), folder, new TrainingListener() {
                    @Override
                    public void epochDone(EpochReport report) {
                        reports.add(report);
                    }
                })
                .close();
        assertThat(reports).hasSize(3);
        return reports;
    }

    @Test
    void trainingStopsEarlyWhenNothingGetsBetter() throws IOException {
        TrainingSettings still =
                new TrainingSettings(1, 50, 2, 8, 1, 32, 4, 1e-12f, 0, 0, 0, 0, 0, Augmentation.none());
        List<EpochReport> reports = new ArrayList<>();
        new MoodTrainer(still)
                .train(Toy.clips(24), folder, new TrainingListener() {
                    @Override
                    public void epochDone(EpochReport report) {
                        reports.add(report);
                    }
                })
                .close();
        // Ten epochs of a rising rate are waited for, those in which the running statistics settle, and two more.
        assertThat(reports.size()).isBetween(12, 40);
    }

    @Test
    void progressIsABarWithTheTimeLeftAndALineAnEpoch() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long[] now = {1_000};
        TrainingProgress progress = new TrainingProgress(
                new PrintStream(out, true, StandardCharsets.UTF_8), () -> Instant.ofEpochMilli(now[0]));
        progress.stepDone(1, 100);
        now[0] += 24_000;
        progress.stepDone(25, 100);
        progress.epochDone(new EpochReport(1, 2.5, 1.25, 0.5, true));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("[######------------------]  25 %  at most 1 min 15 s left")
                .contains("epoch   1  loss 2.500  validation 1.250  quadrant right 0.500  best so far");
    }

    @Test
    void tooFewClipsAreRefused() {
        assertThatThrownBy(() ->
                        new MoodTrainer(Toy.settings(1, 1)).train(Toy.clips(3), folder, TrainingListener.silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least a batch of 8 clips");
    }
}
