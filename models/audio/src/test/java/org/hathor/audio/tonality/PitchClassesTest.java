package org.hathor.audio.tonality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jtransforms.fft.FloatFFT_1D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PitchClassesTest {
    private static float[] sine(double hz, double seconds, int sampleRate) {
        float[] samples = new float[(int) (seconds * sampleRate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.4 * Math.sin(2 * Math.PI * hz * i / sampleRate));
        }
        return samples;
    }

    @Property(tries = 40)
    void aSineHasItsPitchClassInItsOwnRegister(@ForAll @IntRange(min = 28, max = 96) int midi) {
        PitchClasses classes = PitchClasses.of(sine(440 * Math.pow(2, (midi - 69) / 12.0), 2, 22_050), 22_050);
        boolean low = midi <= 55;
        float[] its = (low ? classes.bass() : classes.treble())[10];
        float[] other = (low ? classes.treble() : classes.bass())[10];
        for (int c = 0; c < 12; c++) {
            if (c != midi % 12) {
                assertThat(its[c]).isLessThan(0.2f * its[midi % 12]);
            }
            assertThat(other[c]).isLessThan(0.2f * its[midi % 12]);
        }
    }

    @Property(tries = 30)
    void theTuningIsFound(@ForAll @DoubleRange(min = -40, max = 40) double cents) {
        float[] samples = Tones.cadences(2, Mode.MAJOR, cents);
        assertThat(PitchClasses.of(samples, Tones.SAMPLE_RATE).tuningCents()).isCloseTo(cents, within(6.0));
    }

    @Property(tries = 40)
    void aPeakIsFoundBetweenTheBins(@ForAll @DoubleRange(min = 60, max = 2000) double hz) {
        float[] frame = sine(hz, 8192 / 22_050.0 + 0.001, 22_050);
        float[] windowed = new float[8192];
        for (int i = 0; i < windowed.length; i++) {
            windowed[i] = (float) (frame[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / 8192)));
        }
        new FloatFFT_1D(8192).realForward(windowed);
        SpectralPeaks peaks = SpectralPeaks.of(windowed, 22_050, 40, 2500);
        int strongest = 0;
        for (int i = 0; i < peaks.count(); i++) {
            strongest = peaks.magnitude(i) > peaks.magnitude(strongest) ? i : strongest;
        }
        double found = 440 * Math.pow(2, (peaks.pitch(strongest) - 69) / 12);
        assertThat(found).isCloseTo(hz, within(0.2));
        assertThat(peaks.near(SpectralPeaks.pitchOf(hz))).isEqualTo(peaks.magnitude(strongest));
        assertThat(peaks.strongest()).isEqualTo(peaks.magnitude(strongest));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 10_000, 40_000})
    void silenceSoundsNothing(int length) {
        PitchClasses classes = PitchClasses.of(new float[length], 22_050);
        for (float[] frame : classes.treble()) {
            assertThat(frame).containsOnly(0);
        }
        assertThat(classes.tuningCents()).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void aSampleThatIsNoNumberIsRefused(float sample) {
        float[] samples = new float[30_000];
        samples[77] = sample;
        assertThatThrownBy(() -> PitchClasses.of(samples, 22_050)).hasMessageContaining("sample 77 is " + sample);
    }

    @Test
    void aSingleClickIsNoPitch() {
        float[] samples = new float[44_100];
        samples[20_000] = 1;
        PitchClasses classes = PitchClasses.of(samples, 22_050);
        float[][] spread = classes.treble();
        int held = 0;
        for (float[] frame : spread) {
            for (float value : frame) {
                held += value > 0 ? 1 : 0;
            }
        }
        assertThat(classes.frames()).isEqualTo(21);
        assertThat(held).isLessThan(classes.frames() * 12 / 2);
    }
}
