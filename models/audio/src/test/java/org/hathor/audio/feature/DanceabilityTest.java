package org.hathor.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DanceabilityTest {
    private static final int RATE = 22_050;

    @Test
    void aSteadyBeatIsDanceableNoiseIsHalfwayAndADriftIsNot() {
        double clicks = Danceability.of(clicks(120, 30), RATE);
        double noise = Danceability.of(noise(30, 1), RATE);
        double drift = Danceability.of(drift(30, 2), RATE);

        assertThat(clicks).isGreaterThan(0.9);
        // the summed-up levels of steady noise are a random walk: F grows as the square root of τ, so α is 0.5
        assertThat(noise).isCloseTo(1 - 0.5 / 1.5, within(0.08));
        assertThat(drift).isLessThan(0.1);
    }

    @Test
    void silenceAndSnippetsHaveNone() {
        assertThat(Danceability.of(new float[RATE * 10], RATE)).isZero();
        assertThat(Danceability.of(clicks(120, 1.9), RATE)).isZero();
        assertThat(Danceability.of(new float[0], RATE)).isZero();
    }

    @Property(tries = 20)
    void theLevelPlaysNoPart(
            @ForAll @DoubleRange(min = 0.01, max = 1) double gain, @ForAll @IntRange(max = 9) int seed) {
        float[] y = noise(4, seed);
        float[] scaled = new float[y.length];
        for (int i = 0; i < y.length; i++) {
            scaled[i] = (float) (gain * y[i]);
        }
        assertThat(Danceability.of(scaled, RATE)).isCloseTo(Danceability.of(y, RATE), within(1e-5));
    }

    private static float[] clicks(double bpm, double seconds) {
        float[] y = new float[(int) (RATE * seconds)];
        Random random = new Random(3);
        for (double at = 0; at < seconds; at += 60 / bpm) {
            for (int n = (int) (at * RATE); n < Math.min(y.length, (at + 0.05) * RATE); n++) {
                y[n] = (float) random.nextGaussian() * 0.2f;
            }
        }
        return y;
    }

    private static float[] noise(double seconds, int seed) {
        Random random = new Random(seed);
        float[] y = new float[(int) (RATE * seconds)];
        for (int n = 0; n < y.length; n++) {
            y[n] = (float) random.nextGaussian() * 0.1f;
        }
        return y;
    }

    /** Noise whose level takes a random walk. */
    private static float[] drift(double seconds, int seed) {
        Random random = new Random(seed);
        float[] y = noise(seconds, seed);
        double level = 20;
        for (int n = 0; n < y.length; n++) {
            if (n % 220 == 0) {
                level = Math.abs(level + random.nextGaussian());
            }
            y[n] *= (float) (level / 40);
        }
        return y;
    }
}
