package org.hathor.audio.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DifferenceFunctionTest {
    private static final PitchSettings SETTINGS = PitchSettings.librosa(22_050, 65, 2000);

    /** Equations 6 and 8 of the paper, term by term. */
    @Property(tries = 30)
    void agreesWithTheSumItStandsFor(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        Random random = new Random(seed);
        float[] signal = new float[3000];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = (float) (0.4 * Math.sin(i * (0.03 + seed % 7 * 0.01)) + 0.1 * random.nextGaussian());
        }
        int start = random.nextInt(4000) - 1500;
        float[] fast = new DifferenceFunction(SETTINGS).of(signal, start);

        double energy = 0;
        for (int j = 1; j <= SETTINGS.winLength(); j++) {
            energy += Math.pow(at(signal, start + j), 2);
        }
        boolean silent = energy < 1e-6;
        double sum = 0;
        for (int lag = 1; lag <= SETTINGS.maxPeriod(); lag++) {
            double difference = 0;
            for (int j = 1; j <= SETTINGS.winLength(); j++) {
                difference += Math.pow(at(signal, start + j) - at(signal, start + j + lag), 2);
            }
            sum += difference;
            if (lag >= SETTINGS.minPeriod()) {
                double normalised = silent || sum == 0 ? 1 : difference * lag / sum;
                assertThat((double) fast[lag - SETTINGS.minPeriod()])
                        .as("lag %d, start %d", lag, start)
                        .isCloseTo(normalised, within(1e-3));
            }
        }
    }

    @Test
    void whatIsKeptFromFrameToFrameChangesNothing() {
        Random random = new Random(2);
        float[] signal = new float[20_000];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = (float) (0.5 * Math.sin(i * 0.05 * (1 + i * 1e-5)) + 0.05 * random.nextGaussian());
        }
        DifferenceFunction kept = new DifferenceFunction(SETTINGS);
        for (int start = -1024; start < signal.length; start += SETTINGS.hopLength()) {
            assertThat(kept.of(signal, start)).isEqualTo(new DifferenceFunction(SETTINGS).of(signal, start));
        }
        kept.restart();
        assertThat(kept.of(signal, 700)).isEqualTo(new DifferenceFunction(SETTINGS).of(signal, 700));
    }

    @Test
    void silenceIsAsFarFromItselfAsNoiseIs() {
        assertThat(new DifferenceFunction(SETTINGS).of(new float[4096], 0)).containsOnly(1);
    }

    private static double at(float[] signal, int i) {
        return i >= 0 && i < signal.length ? signal[i] : 0;
    }
}
