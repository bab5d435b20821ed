package org.hathor.simulator.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class MasterTest {
    private static final int RATE = 22_050;

    @Property(tries = 50)
    void nothingPassesTheCeiling(@ForAll int seed, @ForAll @DoubleRange(min = 0.01, max = 1) double wanted) {
        Noise noise = new Noise(seed);
        float[] signal = new float[RATE + 37];
        for (int i = 0; i < signal.length; i++) {
            double burst = i % 3_000 < 200 ? 40 : 1;
            signal[i] = (float) (burst * noise.next());
        }
        Master.of(wanted, RATE, signal).apply(signal);
        for (float value : signal) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo(0.9701f);
        }
        assertThat(signal[signal.length - 1]).isCloseTo(0, within(1e-3f));
    }

    @Test
    void softMusicIsBroughtToTheWantedLevel() {
        float[] signal = new float[4 * RATE];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = (float) (0.01 * Math.sin(0.1 * i));
        }
        Master.of(0.2, RATE, signal).apply(signal);
        double squares = 0;
        for (int i = 0; i < 3 * RATE; i++) {
            squares += signal[i] * (double) signal[i];
        }
        assertThat(Math.sqrt(squares / (3 * RATE))).isCloseTo(0.2, within(0.002));
    }

    @Test
    void silenceStaysSilence() {
        float[] signal = new float[RATE];
        Master.of(0.2, RATE, signal).apply(signal);
        assertThat(signal).containsOnly(0f);
    }
}
