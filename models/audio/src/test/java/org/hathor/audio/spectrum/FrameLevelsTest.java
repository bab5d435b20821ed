package org.hathor.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameLevelsTest {
    private static final StftSettings SETTINGS = StftSettings.DEFAULT;

    @Test
    void aSinesLevelIsItsAmplitudeOverTheRootOfTwo() {
        assertThat(FrameLevels.rms(Signals.sine(1000, 0.5, 40_000), SETTINGS)[30])
                .isCloseTo((float) (0.5 / Math.sqrt(2)), within(1e-3f));
    }

    @Test
    void aSineCrossesZeroTwiceAPeriod() {
        assertThat((double) FrameLevels.zeroCrossingRate(Signals.sine(1000, 0.5, 40_000), SETTINGS)[30])
                .isCloseTo(2 * 1000.0 / Signals.SAMPLE_RATE, within(1.5 / 2048));
    }

    @Property(tries = 50)
    void levelsAreThoseOfTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6000) int samples) {
        float[] y = Signals.noise(seed, samples);
        for (int n = 0; n < samples; n += 5) {
            y[n] = n % 2 == 0 ? 0 : -1e-11f;
        }
        float[] rms = FrameLevels.rms(y, SETTINGS);
        float[] rate = FrameLevels.zeroCrossingRate(y, SETTINGS);

        assertThat(rms).hasSize(1 + samples / 512).hasSameSizeAs(rate);
        for (int t = 0; t < rms.length; t++) {
            double squares = 0;
            int crossings = 0;
            for (int i = 0; i < 2048; i++) {
                int n = t * 512 - 1024 + i;
                squares += n >= 0 && n < samples ? (double) y[n] * y[n] : 0;
                boolean negative = y[Math.max(0, Math.min(samples - 1, n))] < -1e-10;
                boolean negativeBefore = y[Math.max(0, Math.min(samples - 1, n - 1))] < -1e-10;
                crossings += i > 0 && negative != negativeBefore ? 1 : 0;
            }
            assertThat((double) rms[t]).isCloseTo(Math.sqrt(squares / 2048), within(1e-6));
            assertThat((double) rate[t]).isCloseTo(crossings / 2048.0, within(1e-7));
        }
    }

    @Test
    void theEdgesSoundWhereTheyAreHeld() {
        float[] y = new float[4096];
        java.util.Arrays.fill(y, 0.25f);

        assertThat(FrameLevels.rms(y, SETTINGS)[0]).isCloseTo((float) (0.25 / Math.sqrt(2)), within(1e-6f));
        assertThat(FrameLevels.rms(y, SETTINGS.withPadMode(PadMode.EDGE))).containsOnly(0.25f);
    }

    /** A line's slope is its delta everywhere, a parabola's curvature its second. */
    @ParameterizedTest
    @CsvSource({"1, 3", "1, 9", "2, 5", "2, 9", "3, 9"})
    void deltasAreDerivatives(int order, int width) {
        float[][] feature = new float[30][2];
        double wanted = 1;
        for (int d = 1; d <= order; d++) {
            wanted *= d;
        }
        for (int t = 0; t < 30; t++) {
            feature[t][0] = (float) (0.01 * Math.pow(t - 7, order) + 4);
            feature[t][1] = 5;
        }

        float[][] delta = Deltas.of(feature, order, width);

        for (float[] row : delta) {
            assertThat((double) row[0]).isCloseTo(0.01 * wanted, within(1e-4));
            assertThat((double) row[1]).isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void deltasNeedAFullRun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deltas.of(new float[8][3], 1))
                .withMessageContaining("feature has 8 frames");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deltas.of(new float[20][3], 1, 8))
                .withMessageContaining("width");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deltas.of(new float[20][3], 9))
                .withMessageContaining("order");
    }

    @Property
    void everySampleIsUnderItsPixel(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 500) int samples,
            @ForAll @IntRange(min = 1, max = 90) int samplesPerPixel) {
        float[] y = Signals.noise(seed, samples);
        List<WaveformPeaks> zooms = WaveformPeaks.zooms(y, samplesPerPixel, 3, 3);

        for (WaveformPeaks peaks : zooms) {
            int wide = peaks.samplesPerPixel();
            assertThat(peaks.pixels()).isEqualTo((samples + wide - 1) / wide);
            for (int p = 0; p < peaks.pixels(); p++) {
                float lowest = Float.POSITIVE_INFINITY;
                float highest = Float.NEGATIVE_INFINITY;
                for (int n = p * wide; n < Math.min(samples, (p + 1) * wide); n++) {
                    lowest = Math.min(lowest, y[n]);
                    highest = Math.max(highest, y[n]);
                }
                assertThat(peaks.lowest()[p]).isEqualTo(lowest);
                assertThat(peaks.highest()[p]).isEqualTo(highest);
            }
        }
    }
}
