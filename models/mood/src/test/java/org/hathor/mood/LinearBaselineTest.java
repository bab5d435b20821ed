package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearBaselineTest {
    @Test
    void itLearnsWhatIsLinear() {
        SplitClips clips = Toy.clips(64);
        LinearBaseline baseline = LinearBaseline.fit(LabelledFeatures.of(clips.training()), 0.001);
        Evaluation evaluation = Evaluation.of(clips.test(), clip -> baseline.predict(ClipFeatures.of(clip.logMel())));
        assertThat(evaluation.accuracy()).isGreaterThan(0.9);
        MoodScores scores = baseline.predict(ClipFeatures.of(clips.test().get(0).logMel()));
        assertThat(scores.moods().get(Mood.ENERGETIC))
                .isCloseTo(
                        scores.quadrants().get(Quadrant.Q1) + scores.quadrants().get(Quadrant.Q2), within(1e-12));
        assertThatThrownBy(() -> LinearBaseline.fit(List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void featuresAreNamedAndFollowTheSound() {
        assertThat(ClipFeatures.names()).hasSize(ClipFeatures.COUNT).doesNotHaveDuplicates();
        float[][] soft = new float[10][LogMel.BANDS];
        float[][] loud = new float[10][LogMel.BANDS];
        for (int t = 0; t < 10; t++) {
            Arrays.fill(soft[t], -40);
            Arrays.fill(loud[t], -20);
        }
        double[] a = ClipFeatures.of(LogMel.ofDecibels(soft)).values();
        double[] b = ClipFeatures.of(LogMel.ofDecibels(loud)).values();
        int level = ClipFeatures.names().indexOf("level_mean");
        int centroid = ClipFeatures.names().indexOf("centroid_p50");
        int flux = ClipFeatures.names().indexOf("flux_mean");
        assertThat(a[level]).isCloseTo(-40 + 10 * Math.log10(LogMel.BANDS), within(1e-9));
        assertThat(b[level] - a[level]).isCloseTo(20, within(1e-9));
        assertThat(a[centroid]).isCloseTo((LogMel.BANDS - 1) / 2.0, within(1e-9));
        assertThat(a[flux]).isZero();
    }
}
