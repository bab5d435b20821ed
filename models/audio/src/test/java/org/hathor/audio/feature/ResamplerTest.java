package org.hathor.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    @ParameterizedTest
    @CsvSource({"44100, 22050", "48000, 22050", "96000, 22050", "16000, 22050", "22255, 22050", "384000, 22050"})
    void aSineKeepsFrequencyLevelAndPhase(int from, int to) {
        double hertz = 1000;
        float[] out = new Resampler(from, to).apply(sine(hertz, from, 1));

        assertThat(out).hasSize(to);
        double worst = 0;
        for (int n = to / 10; n < to * 9 / 10; n++) {
            worst = Math.max(worst, Math.abs(out[n] - Math.sin(2 * Math.PI * hertz * n / to)));
        }
        // 22,255 Hz would take 4,410 phases: instants are rounded to a 2,048th of a sample
        assertThat(worst).isLessThan(from == 22255 ? 2e-4 : 3e-5);
    }

    @Test
    void whatTheLowerRateCannotHoldIsGone() {
        float[] out = new Resampler(44100, 22050).apply(sine(12_500, 44100, 1));

        for (int n = 2_000; n < 20_000; n++) {
            assertThat(out[n]).isCloseTo(0f, within(1e-4f));
        }
    }

    @Test
    void silenceAndConstantsStay() {
        float[] constant = new float[48_000];
        java.util.Arrays.fill(constant, 0.5f);
        float[] out = new Resampler(48_000, 22_050).apply(constant);

        assertThat(out[10_000]).isCloseTo(0.5f, within(1e-6f));
        assertThat(new Resampler(48_000, 22_050).apply(new float[100])).containsOnly(0f);
        assertThat(new Resampler(48_000, 22_050).apply(new float[1])).hasSize(1);
        assertThat(new Resampler(48_000, 22_050).apply(new float[0])).isEmpty();
    }

    private static float[] sine(double hertz, int sampleRate, double seconds) {
        float[] y = new float[(int) (sampleRate * seconds)];
        for (int n = 0; n < y.length; n++) {
            y[n] = (float) Math.sin(2 * Math.PI * hertz * n / sampleRate);
        }
        return y;
    }
}
