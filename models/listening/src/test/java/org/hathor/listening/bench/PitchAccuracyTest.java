package org.hathor.listening.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PitchAccuracyTest {
    private static final float[] TIMES = {0, .01f, .02f, .03f, .04f};

    @Test
    void onlyVoicedFramesOfTheReferenceCount() {
        float[] reference = {0, 100, 100, 200, 0};
        assertThat(PitchAccuracy.raw(TIMES, reference, new float[] {50, 100, 100, 200, 70}, 0.01))
                .isEqualTo(1);
        assertThat(PitchAccuracy.raw(TIMES, reference, new float[] {0, 100, 0, 100, 0}, 0.01))
                .isCloseTo(1 / 3.0, within(1e-9));
        assertThat(PitchAccuracy.raw(TIMES, new float[5], reference, 0.01)).isZero();
    }

    @Test
    void fiftyCentsAreTheLimit() {
        float[] reference = {100, 100, 100, 100, 100};
        float near = (float) (100 * Math.pow(2, 49 / 1200.0));
        float far = (float) (100 * Math.pow(2, 51 / 1200.0));
        assertThat(PitchAccuracy.raw(TIMES, reference, new float[] {near, far, 100, far, near}, 0.01))
                .isCloseTo(0.6, within(1e-9));
    }

    /** Half way between 100 and 400 Hz lies 200 on a scale of cents; next to silence the nearer frame stands. */
    @Test
    void betweenFramesTheEstimateIsTakenInCents() {
        float[] half = {0.005f, 0.016f, 0.014f};
        assertThat(PitchAccuracy.raw(half, new float[] {200, 400, 400}, new float[] {100, 400, 0}, 0.01))
                .isCloseTo(2 / 3.0, within(1e-9));
    }
}
