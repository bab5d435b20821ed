package org.hathor.audio.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmAnalyserTest {
    private static final RhythmAnalyser ANALYSER = new RhythmAnalyser();

    private static Rhythm rhythm(float[] samples) {
        return ANALYSER.analyse(samples, Clicks.SAMPLE_RATE);
    }

    static double[] tempi() {
        double[] tempi = new double[29];
        Arrays.setAll(tempi, i -> 60 + 5 * i);
        return tempi;
    }

    @ParameterizedTest
    @MethodSource("tempi")
    void aMetronomeHasItsTempoAndItsBeats(double bpm) {
        Random random = new Random((long) bpm);
        double[] times = Clicks.metronome(bpm, 0.3, 15, 0.015, random);
        Rhythm rhythm = rhythm(Clicks.at(times, 15, random));
        assertThat(rhythm.tempo().bpm()).isCloseTo(bpm, within(0.04 * bpm));
        assertThat(EventScore.ofBeats(times, rhythm.beats().seconds()).f()).isGreaterThan(0.97);
        assertThat(rhythm.tempo().alternativeBpm() / rhythm.tempo().bpm()).isIn(0.5, 2.0);
    }

    @Property(tries = 12)
    void beatsShiftAsTheSoundDoes(@ForAll @DoubleRange(min = 0.01, max = 1) double shift) {
        Random random = new Random(11);
        double[] times = Clicks.metronome(113, 0.4, 12, 0.01, random);
        double[] before = rhythm(Clicks.at(times, 13, new Random(1))).beats().seconds();
        double[] moved = Arrays.stream(times).map(t -> t + shift).toArray();
        double[] after = rhythm(Clicks.at(moved, 13, new Random(1))).beats().seconds();
        double[] expected = Arrays.stream(before).map(t -> t + shift).toArray();
        assertThat(EventScore.of(expected, after, 0.025).f()).isGreaterThan(0.95);
    }

    @Property(tries = 8)
    void theLevelHasNoInfluence(@ForAll @DoubleRange(min = 0.01, max = 1) double gain) {
        Random random = new Random(12);
        float[] samples = Clicks.at(Clicks.metronome(84, 0.4, 12, 0.01, random), 12, random);
        Rhythm loud = rhythm(samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= (float) gain;
        }
        Rhythm quiet = rhythm(samples);
        assertThat(quiet.tempo().bpm()).isCloseTo(loud.tempo().bpm(), within(0.1));
        assertThat(EventScore.of(loud.beats().seconds(), quiet.beats().seconds(), 0.011)
                        .f())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 219, 1024, 5_000, 22_050, 200_000})
    void silenceAndConstantsHaveNoTempo(int length) {
        float[] samples = new float[length];
        for (float level : new float[] {0, 0.5f, -1}) {
            Arrays.fill(samples, level);
            Rhythm rhythm = rhythm(samples);
            assertThat(rhythm.tempo().confidence()).isLessThan(0.2);
            assertThat(rhythm.tempo().bpm()).isNotNaN();
            assertThat(rhythm.beats().seconds().length).isLessThanOrEqualTo(length / 2_000);
        }
    }

    @Property(tries = 6)
    void noiseHasLittleConfidence(@ForAll long seed) {
        Random random = new Random(seed);
        float[] samples = new float[15 * Clicks.SAMPLE_RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.2 * random.nextGaussian());
        }
        assertThat(rhythm(samples).tempo().confidence()).isLessThan(0.3);
    }

    @Test
    void extremesOfTheFormatAreHeardWithoutANumberThatIsNone() {
        Random random = new Random(4);
        float[] samples = new float[6 * Clicks.SAMPLE_RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextBoolean() ? 1 : -1;
        }
        samples[1000] = Float.MIN_VALUE;
        Rhythm rhythm = rhythm(samples);
        assertThat(rhythm.tempo().bpm()).isFinite();
        assertThat(rhythm.tempo().confidence()).isBetween(0.0, 1.0);
        for (double[] times :
                new double[][] {rhythm.beats().seconds(), rhythm.onsets().seconds()}) {
            assertThat(times).isSorted();
            assertThat(Arrays.stream(times).allMatch(t -> t >= 0 && t <= 6)).isTrue();
        }
    }
}
