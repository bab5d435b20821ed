package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BandsTest {
    private static final int FRAMES = 80;

    @Test
    void aToneThatBeginsRisesInItsBandAndFallsBackWhileItStands() {
        Bands bands = Bands.of(tone(100, 20, 60), 1);

        int band = band(100);
        assertThat(bands.rises()[10][band]).isZero();
        assertThat(bands.rises()[20][band]).isGreaterThan(0.9f);
        assertThat(bands.rises()[59][band]).isBetween(0f, 0.5f * bands.rises()[20][band]);
        assertThat(bands.rises()[60][band]).isNegative();
        assertThat(bands.levels()[30][band]).isGreaterThan(1);
        assertThat(bands.levels()[70][band]).isZero();
    }

    @Test
    void whatStrikesAllBandsIsNoRiseOfAny() {
        float[][] drum = new float[FRAMES][Spectrogram.BINS];
        for (int bin = 0; bin < Spectrogram.BINS; bin++) {
            drum[20][bin] = 1f / (bin + 1); // as much in every band
        }

        Bands bands = Bands.of(drum, 1);

        for (int band = 0; band < Bands.COUNT; band++) {
            assertThat(Math.abs(bands.rises()[20][band])).isLessThan(0.1f * bands.levels()[20][band]);
        }
    }

    @Test
    void anOnsetHoweverLoudRisesNoMoreThanALimit() {
        Bands bands = Bands.of(tone(100, 20, 40), 1);

        assertThat(bands.levels()[20][band(100)]).isGreaterThan(3);
        assertThat(bands.rises()[20][band(100)]).isEqualTo(Bands.RISE_MAX);
        assertThat(bands.rises()[40][band(100)]).isEqualTo(Bands.RISE_MIN);
    }

    @Test
    void levelPlaysNoPart() {
        float[][] soft = tone(100, 20, 40);
        float[][] loud = tone(100, 20, 40);
        for (float[] frame : loud) {
            for (int bin = 0; bin < Spectrogram.BINS; bin++) {
                frame[bin] *= 1e6f;
            }
        }

        float[] expected = Bands.of(soft, 1).rises()[20];
        float[] scaled = Bands.of(loud, 1).rises()[20];

        for (int band = 0; band < Bands.COUNT; band++) {
            assertThat((double) scaled[band]).isCloseTo(expected[band], within(1e-4));
        }
    }

    @Test
    void whatIsPlayedFasterLiesInTheBandsOfTheOriginal() {
        Bands original = Bands.of(tone(200, 20, 40), 1);
        Bands faster = Bands.of(tone(206, 20, 40), 1.03);

        assertThat(strongest(faster)).isEqualTo(strongest(original)).isEqualTo(band(200));
    }

    private static float[][] tone(int bin, int from, int to) {
        float[][] power = new float[FRAMES][Spectrogram.BINS];
        for (int t = from; t < to; t++) {
            power[t][bin] = 1;
        }
        return power;
    }

    private static int band(int bin) {
        double hertz = (bin + 0.5) * BandSignal.SAMPLE_RATE / Spectrogram.N_FFT;
        return (int) Math.floor(Bands.COUNT * Math.log(hertz / 110) / Math.log(4_000 / 110.0));
    }

    private static int strongest(Bands bands) {
        int strongest = 0;
        for (int band = 1; band < Bands.COUNT; band++) {
            strongest = bands.rises()[20][band] > bands.rises()[20][strongest] ? band : strongest;
        }
        return strongest;
    }
}
