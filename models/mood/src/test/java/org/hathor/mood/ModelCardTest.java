package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hathor.audio.Pcm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model folder holds. */
class ModelCardTest {
    @TempDir
    Path folder;

    static ModelCard card(TrainingSettings settings, SplitClips clips, MoodModel model, Evaluation evaluation) {
        return ModelCard.of(
                settings,
                clips,
                List.of(new ModelCard.TrainedOn("toy", "none", clips.training().size(), 1)),
                model.vocabulary(),
                evaluation,
                evaluation,
                Promotion.decide(evaluation, evaluation, Optional.empty()));
    }

    @Test
    void aSavedModelSaysTheSameAfterLoading() throws IOException {
        SplitClips clips = Toy.clips(24);
        TrainingSettings settings = Toy.settings(1, 2);
        try (MoodModel model =
                new MoodTrainer(settings).train(clips, folder.resolve("work"), TrainingListener.silent())) {
            Evaluation evaluation = Evaluation.of(clips.test(), clip -> model.predict(clip.logMel()));
            ModelCard card = card(settings, clips, model, evaluation);
            model.save(folder.resolve("model"), card);
            try (MoodModel loaded = MoodModel.load(folder.resolve("model"))) {
                for (MoodClip clip : clips.test()) {
                    assertThat(loaded.predict(clip.logMel())).isEqualTo(model.predict(clip.logMel()));
                }
                List<MoodScores> together = clips.training().parallelStream()
                        .map(clip -> loaded.predict(clip.logMel()))
                        .toList();
                assertThat(together)
                        .isEqualTo(clips.training().stream()
                                .map(clip -> model.predict(clip.logMel()))
                                .toList());
                assertThat(loaded.vocabulary()).isEqualTo(model.vocabulary());
            }
            assertThat(MoodModel.card(folder.resolve("model"))).isEqualTo(card);
            assertThat(card.settings()).containsEntry("epochs", "2").containsEntry("seed", "1");
            assertThat(card.promoted()).as("equal is not better").isFalse();
            assertThat(card.limits()).isNotEmpty();
        }
    }

    @Test
    void scoresAreProbabilitiesAndValenceFollowsTheQuadrants() throws IOException {
        try (MoodModel model =
                new MoodTrainer(Toy.settings(1, 1)).train(Toy.clips(24), folder, TrainingListener.silent())) {
            float[] samples = new float[LogMelFrontEnd.SAMPLE_RATE];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * i / samples.length));
            }
            MoodScores scores = model.predict(Pcm.mono(samples, LogMelFrontEnd.SAMPLE_RATE));
            assertThat(scores.moods().values()).allMatch(p -> p > 0 && p < 1);
            assertThat(scores.quadrants().values().stream().mapToDouble(p -> p).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(scores.valence())
                    .isCloseTo(
                            scores.quadrants().get(Quadrant.Q1)
                                    + scores.quadrants().get(Quadrant.Q4)
                                    - scores.quadrants().get(Quadrant.Q2)
                                    - scores.quadrants().get(Quadrant.Q3),
                            within(1e-9));
            assertThatThrownBy(() -> model.predict(Pcm.mono(samples, 44_100)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("22050 Hz, not 44100 Hz");
        }
    }

    @Test
    void whereThereIsNoModelItSaysSo() {
        assertThatThrownBy(() -> MoodModel.load(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("train one first");
    }

    @Test
    void aModelOfAnotherFrontEndIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("network.json"),
                "{\"frontEnd\":\"older\",\"channels\":4,\"frames\":32,\"calibration\":{\"temperature\":1,\"moods\":{}}}");
        assertThatThrownBy(() -> MoodModel.load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("train anew");
    }
}
