package org.hathor.audio.tonality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEstimatorTest {
    private static final KeyEstimator ESTIMATOR = new KeyEstimator();

    private static Key key(float[] samples) {
        return ESTIMATOR.estimate(samples, Tones.SAMPLE_RATE);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void cadencesHaveTheirKeyOnEveryTonic(Mode mode) {
        for (int tonic = 0; tonic < 12; tonic++) {
            Key key = key(Tones.cadences(tonic, mode, 0));
            assertThat(key.tonic()).isEqualTo(tonic);
            assertThat(key.mode()).isEqualTo(mode);
            assertThat(key.confidence()).isGreaterThan(4.0 / Key.COUNT);
        }
    }

    /** Where two keys are all but equally likely, the register may tip the balance: not so where one is clear. */
    @Test
    void transposingMovesTheKeyAndNothingElse() {
        int clear = 0;
        int moved = 0;
        for (int seed = 0; seed < 99; seed++) {
            int semitones = 1 + seed % 11;
            int[][] chords = diatonicChords(new Random(seed));
            Key before = key(Tones.chords(chords, 0));
            Key after = key(Tones.chords(transposed(chords, semitones), 0));
            if (before.confidence() > 0.6) {
                clear++;
                moved += after.tonic() == (before.tonic() + semitones) % 12 && after.mode() == before.mode() ? 1 : 0;
            }
        }
        assertThat(clear).isGreaterThan(5);
        assertThat(moved).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * clear));
    }

    private static int[][] diatonicChords(Random random) {
        int[] scale = {0, 2, 4, 5, 7, 9, 11};
        int[][] chords = new int[12][];
        for (int c = 0; c < chords.length; c++) {
            int root = random.nextInt(7);
            chords[c] = new int[] {
                40 + scale[root], 64 + scale[root], 64 + scale[(root + 2) % 7], 64 + scale[(root + 4) % 7]
            };
        }
        return chords;
    }

    private static int[][] transposed(int[][] chords, int semitones) {
        return Arrays.stream(chords)
                .map(chord -> Arrays.stream(chord).map(note -> note + semitones).toArray())
                .toArray(int[][]::new);
    }

    @Property(tries = 20)
    void tuningAndLevelHaveNoInfluence(
            @ForAll @DoubleRange(min = -40, max = 40) double cents,
            @ForAll @DoubleRange(min = 0.01, max = 1) double gain) {
        float[] samples = Tones.cadences(7, Mode.MINOR, cents);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= (float) gain;
        }
        Key key = key(samples);
        assertThat(key.tonic()).isEqualTo(7);
        assertThat(key.mode()).isEqualTo(Mode.MINOR);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 50_000})
    void silenceAndConstantsHaveNoConfidence(int length) {
        float[] samples = new float[length];
        assertThat(key(samples).confidence()).isZero();
        Arrays.fill(samples, 0.5f);
        assertThat(key(samples).confidence()).isLessThan(0.5);
    }

    @Test
    void noiseHasLittleConfidence() {
        Random random = new Random(9);
        float[] samples = new float[15 * Tones.SAMPLE_RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.2 * random.nextGaussian());
        }
        assertThat(key(samples).confidence()).isLessThan(0.3);
    }
}
