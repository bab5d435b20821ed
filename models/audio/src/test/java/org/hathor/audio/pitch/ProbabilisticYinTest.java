package org.hathor.audio.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilisticYinTest {
    private static final int RATE = 22_050;
    private static final PitchSettings SETTINGS = PitchSettings.librosa(RATE, 65.4, 2093);

    @Property(tries = 40)
    void aSineHasItsPitch(@ForAll @DoubleRange(min = 70, max = 1500) double hertz) {
        float[] tone = signal(1, i -> 0.5 * Math.sin(2 * Math.PI * hertz * i / RATE));
        PitchTrack track = new ProbabilisticYin(SETTINGS).track(tone);
        float[] yin = new Yin(SETTINGS).f0(tone);
        for (int t = 4; t < track.frequency().length - 4; t++) {
            assertThat(track.voiced()[t]).isTrue();
            assertThat(cents(track.frequency()[t], hertz)).isCloseTo(0, within(6.0));
            assertThat(cents(yin[t], hertz)).isCloseTo(0, within(6.0));
        }
    }

    @Property(tries = 20)
    void aRichToneInNoiseHasItsPitch(@ForAll @DoubleRange(min = 90, max = 800) double hertz) {
        Random random = new Random(1);
        float[] tone = signal(1, i -> 0.3 * saw(hertz * i / RATE) + 0.03 * random.nextGaussian());
        PitchTrack track = new ProbabilisticYin(SETTINGS).track(tone);
        for (int t = 4; t < track.frequency().length - 4; t++) {
            assertThat(cents(track.frequency()[t], hertz)).isCloseTo(0, within(15.0));
            assertThat(track.voiced()[t]).isTrue();
        }
    }

    @Test
    void aGlideIsFollowed() {
        double[] phase = {0};
        float[] glide = signal(2, i -> {
            phase[0] += 200 * Math.pow(2, 2.0 * i / RATE / 2) / RATE;
            return 0.4 * saw(phase[0]);
        });
        PitchTrack track = new ProbabilisticYin(SETTINGS).track(glide);
        for (int t = 4; t < track.frequency().length - 4; t++) {
            double expected = 200 * Math.pow(2, 2.0 * t * 512 / RATE / 2);
            assertThat(cents(track.frequency()[t], expected)).isCloseTo(0, within(30.0));
        }
    }

    /** An octave in two seconds is 12 cents in 20 ms: what librosa's dating of frames loses, ours keeps. */
    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 44_100})
    void ourOwnFramesAreDatedByTheirWindows(int rate) {
        double[] phase = {0};
        float[] glide = new float[2 * rate];
        for (int i = 0; i < glide.length; i++) {
            phase[0] += 160 * Math.pow(2, (double) i / rate / 2 * 1.5) / rate;
            glide[i] = (float) (0.4 * saw(phase[0]));
        }
        PitchTrack track = new ProbabilisticYin(PitchSettings.voice(rate)).track(glide);
        for (int t = 3; t < track.frequency().length - 3; t++) {
            double expected = 160 * Math.pow(2, t * track.hopSeconds() / 2 * 1.5);
            assertThat(cents(track.frequency()[t], expected)).isCloseTo(0, within(7.0));
        }
    }

    @Test
    void silenceIsUnvoicedAndHasNoPitch() {
        PitchTrack track = new ProbabilisticYin(SETTINGS).track(new float[RATE]);
        assertThat(track.voicedShare()).isZero();
        assertThat(track.frequency()).containsOnly(0);
        assertThat(track.voicedProbability()).containsOnly(0);
        assertThat(track.frequency()).hasSize(1 + RATE / 512);
        assertThat(new ProbabilisticYin(SETTINGS).track(new float[0]).frequency())
                .hasSize(1);
    }

    @Test
    void aVoiceBetweenSilencesIsVoicedThereAlone() {
        float[] tone = signal(3, i -> i < RATE || i >= 2 * RATE ? 0 : 0.3 * saw(220.0 * i / RATE));
        PitchTrack track = new ProbabilisticYin(SETTINGS).track(tone);
        float[] f0 = track.f0();
        for (int t = 0; t < f0.length; t++) {
            double seconds = t * track.hopSeconds();
            if (seconds < 0.95 || seconds > 2.05) {
                assertThat(f0[t]).as("at %.2f s", seconds).isZero();
            } else if (seconds > 1.05 && seconds < 1.95) {
                assertThat(cents(f0[t], 220)).isCloseTo(0, within(6.0));
            }
        }
        assertThat(track.voicedShare()).isCloseTo(1 / 3.0, within(0.04));
    }

    @Property(tries = 20)
    void loudnessDoesNotMoveThePitch(@ForAll @DoubleRange(min = 0.01, max = 30) double gain) {
        Random random = new Random(5);
        float[] tone = signal(0.5, i -> 0.3 * saw(330.0 * i / RATE) + 0.05 * random.nextGaussian());
        float[] louder = tone.clone();
        for (int i = 0; i < louder.length; i++) {
            louder[i] *= (float) gain;
        }
        float[] plain = new ProbabilisticYin(SETTINGS).track(tone).frequency();
        float[] scaled = new ProbabilisticYin(SETTINGS).track(louder).frequency();
        for (int t = 2; t < plain.length - 2; t++) {
            assertThat(cents(scaled[t], plain[t])).isCloseTo(0, within(0.1));
        }
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> PitchSettings.librosa(RATE, 500, 400)).hasMessageContaining("fmin");
        assertThatThrownBy(() -> PitchSettings.librosa(RATE, 50, 12_000)).hasMessageContaining("fmax");
        assertThatThrownBy(() -> SETTINGS.withFrames(1024, 1020, 256, 512)).hasMessageContaining("winLength");
    }

    private static float[] signal(double seconds, IntToDoubleFunction value) {
        float[] signal = new float[(int) (seconds * RATE)];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = (float) value.applyAsDouble(i);
        }
        return signal;
    }

    /** The first partials of a sawtooth of period 1, so that nothing folds back. */
    static double saw(double phase) {
        double sum = 0;
        for (int k = 1; k <= 8; k++) {
            sum += Math.sin(2 * Math.PI * k * phase) / k;
        }
        return sum * 0.6;
    }

    private static double cents(double hertz, double reference) {
        return 1200 * Math.log(hertz / reference) / Math.log(2);
    }
}
