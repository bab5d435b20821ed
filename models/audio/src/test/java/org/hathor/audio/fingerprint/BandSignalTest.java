package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandSignalTest {
    @ParameterizedTest
    @CsvSource({"8000,440", "16000,2000", "22050,3000", "44100,1000", "48000,3500", "96000,200"})
    void aToneWithinTheBandStaysWhatItIs(int rate, double hertz) {
        float[] resampled = BandSignal.of(tone(hertz, rate), rate);

        assertThat(resampled).hasSize(BandSignal.SAMPLE_RATE);
        for (int i = 300; i < resampled.length - 300; i++) {
            double expected = Math.sin(2 * Math.PI * hertz * i / BandSignal.SAMPLE_RATE);
            assertThat((double) resampled[i]).isCloseTo(expected, within(0.01));
        }
    }

    @ParameterizedTest
    @CsvSource({"22050,7000", "44100,6500", "48000,20000"})
    void aToneAboveTheBandIsGone(int rate, double hertz) {
        float[] resampled = BandSignal.of(tone(hertz, rate), rate);

        for (int i = 300; i < resampled.length - 300; i++) {
            assertThat((double) resampled[i]).isCloseTo(0, within(0.005));
        }
    }

    @Test
    void theOwnRateIsLeftAlone() {
        float[] samples = tone(440, BandSignal.SAMPLE_RATE);

        assertThat(BandSignal.of(samples, BandSignal.SAMPLE_RATE)).isSameAs(samples);
    }

    private static float[] tone(double hertz, int rate) {
        float[] samples = new float[rate];
        for (int i = 0; i < rate; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return samples;
    }
}
