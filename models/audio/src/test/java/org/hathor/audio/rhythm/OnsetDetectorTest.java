package org.hathor.audio.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnsetDetectorTest {
    private static final OnsetDetector DETECTOR = new OnsetDetector();

    private static double[] onsets(float[] samples, int sampleRate) {
        return DETECTOR.detect(samples, sampleRate).seconds();
    }

    @Property(tries = 15)
    void clicksFarEnoughApartAreAllFoundAndNothingElse(@ForAll long seed) {
        Random random = new Random(seed);
        double[] times = new double[20];
        double at = 0.1;
        for (int i = 0; i < times.length; i++) {
            times[i] = at;
            at += 0.12 + 0.5 * random.nextDouble();
        }
        double[] found = onsets(Clicks.at(times, at + 0.5, random), Clicks.SAMPLE_RATE);
        assertThat(EventScore.of(times, found, 0.02).f()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 44_100, 48_000})
    void notesOfATuneAreFoundAtAnyRate(int sampleRate) {
        double[] times = {0.2, 0.6, 1.0, 1.2, 1.4, 2.2, 2.6};
        int[] midi = {60, 62, 64, 65, 67, 67, 72};
        float[] samples = new float[3 * sampleRate];
        for (int n = 0; n < times.length; n++) {
            int first = (int) (times[n] * sampleRate);
            int last = (int) ((n + 1 < times.length ? times[n + 1] : 2.9) * sampleRate);
            double hz = 440 * Math.pow(2, (midi[n] - 69) / 12.0);
            for (int i = first; i < last; i++) {
                double t = (double) (i - first) / sampleRate;
                double released = Math.min(1, (double) (last - i) / (0.05 * sampleRate));
                double envelope = Math.min(1, t / 0.01) * Math.exp(-3 * t) * released;
                for (int h = 1; h <= 4; h++) {
                    samples[i] += (float) (0.2 / h * envelope * Math.sin(2 * Math.PI * h * hz * t));
                }
            }
        }
        assertThat(EventScore.ofOnsets(times, onsets(samples, sampleRate)).f()).isEqualTo(1);
    }

    @Property(tries = 10)
    void theLevelHasNoInfluence(@ForAll @DoubleRange(min = 0.01, max = 1) double gain) {
        Random random = new Random(5);
        float[] samples = Clicks.at(Clicks.metronome(97, 0.2, 6, 0.02, random), 6, random);
        float[] quieter = samples.clone();
        for (int i = 0; i < quieter.length; i++) {
            quieter[i] *= (float) gain;
        }
        assertThat(onsets(quieter, Clicks.SAMPLE_RATE)).containsExactly(onsets(samples, Clicks.SAMPLE_RATE));
    }

    @Test
    void aSampleThatIsNoNumberIsRefused() {
        float[] samples = new float[30_000];
        samples[77] = Float.NaN;
        assertThatThrownBy(() -> onsets(samples, Clicks.SAMPLE_RATE)).hasMessage("sample 77 is NaN");
    }

    @Test
    void vibratoIsNoOnset() {
        float[] samples = new float[5 * Clicks.SAMPLE_RATE];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            double t = (double) i / Clicks.SAMPLE_RATE;
            phase += 2 * Math.PI * 660 * Math.pow(2, 0.4 / 12 * Math.sin(2 * Math.PI * 6 * t)) / Clicks.SAMPLE_RATE;
            samples[i] = (float) (0.3 * Math.min(1, t / 0.02) * Math.sin(phase));
        }
        assertThat(onsets(samples, Clicks.SAMPLE_RATE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 220, 22_050})
    void silenceOfAnyLengthHasNone(int length) {
        assertThat(onsets(new float[length], Clicks.SAMPLE_RATE)).isEmpty();
    }
}
