package org.hathor.audio.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeatTrackerTest {
    private static final double FPS = 100;
    /** 20 frames at 100 a second. */
    private static final double BPM = 300;

    @Property(tries = 25)
    void noSequenceOfBeatsMeetsMore(@ForAll long seed, @ForAll @IntRange(min = 45, max = 90) int frames) {
        float[] activation = noise(frames, seed);
        int[] beats = new BeatTracker(activation, FPS).track(BPM);
        double mean = 0;
        double squares = 0;
        for (float value : activation) {
            mean += value / (double) frames;
            squares += (double) value * value / frames;
        }
        double deviation = Math.sqrt(squares - mean * mean);
        double[] standard = new double[frames];
        for (int t = 0; t < frames; t++) {
            standard[t] = (activation[t] - mean) / deviation;
        }
        double best = Double.NEGATIVE_INFINITY;
        double ours = Double.NEGATIVE_INFINITY;
        for (int interval = 18; interval <= 22; interval++) {
            for (int first = 0; first < interval; first++) {
                best = Math.max(best, bestFrom(standard, first, interval));
            }
            if (interval > beats[0] && Math.abs(beats[1] - beats[0] - interval) <= 1) {
                ours = Math.max(ours, met(standard, beats, interval));
            }
        }
        assertThat(ours).isCloseTo(best, within(1e-3));
    }

    /** What a sequence meets, when the beat before its first, outside the recording, was {@code interval} away. */
    private static double met(double[] activation, int[] beats, int interval) {
        double met = activation[beats[0]];
        int before = interval;
        for (int b = 1; b < beats.length; b++) {
            met += activation[beats[b]] - cost(beats[b] - beats[b - 1], before);
            before = beats[b] - beats[b - 1];
        }
        return met;
    }

    /** All continuations are tried, until no further beat fits before the end. */
    private static double bestFrom(double[] activation, int at, int interval) {
        double best = at >= activation.length - 22 ? 0 : Double.NEGATIVE_INFINITY;
        for (int next = 18; next <= 22; next++) {
            if (Math.abs(next - interval) <= 1 && at + next < activation.length) {
                best = Math.max(best, bestFrom(activation, at + next, next) - cost(next, interval));
            }
        }
        return activation[at] + best;
    }

    private static double cost(int interval, int before) {
        double change = Math.log((double) interval / before);
        return 300 * change * change;
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 87.3, 128, 200})
    void aWanderingPulseIsFollowed(double bpm) {
        float[] activation = noise(3000, 3);
        double at = 13;
        while (at < activation.length - 1) {
            activation[(int) Math.round(at)] += 4;
            at += 60 * FPS / bpm * (1 + 0.04 * Math.sin(at / 300));
        }
        int[] beats = new BeatTracker(activation, FPS).track(bpm);
        int met = 0;
        for (int beat : beats) {
            met += activation[beat] > 4 ? 1 : 0;
        }
        assertThat(met).isGreaterThanOrEqualTo((int) (0.97 * beats.length));
        assertThat(beats.length).isBetween((int) (30 * bpm / 60) - 2, (int) (30 * bpm / 60) + 2);
    }

    @Test
    void whatIsShorterThanTwoBeatsHasNone() {
        assertThat(new BeatTracker(noise(30, 1), FPS).track(BPM)).isEmpty();
    }

    private static float[] noise(int frames, long seed) {
        Random random = new Random(seed);
        float[] noise = new float[frames];
        for (int t = 0; t < frames; t++) {
            noise[t] = random.nextFloat();
        }
        return noise;
    }
}
