package org.hathor.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralFeaturesTest {
    private static final int SAMPLE_RATE = Signals.SAMPLE_RATE;

    @Test
    void aMelBandIsATriangleOfUnitArea() {
        double[][] weights = MelFilterBank.of(SAMPLE_RATE, 2048, 40, 0, SAMPLE_RATE / 2.0, MelScale.HTK)
                .weights();

        for (int m = 20; m < 40; m++) {
            double low = hertzOfHtk(m, 40);
            double peak = hertzOfHtk(m + 1, 40);
            double high = hertzOfHtk(m + 2, 40);
            double area = 0;
            for (int k = 0; k < 1025; k++) {
                double hertz = k * (double) SAMPLE_RATE / 2048;
                double height = hertz <= low || hertz >= high
                        ? 0
                        : hertz < peak ? (hertz - low) / (peak - low) : (high - hertz) / (high - peak);
                assertThat(weights[m][k]).isCloseTo(2 * height / (high - low), within(1e-12));
                area += weights[m][k] * SAMPLE_RATE / 2048;
            }
            assertThat(area).isCloseTo(1, within(0.03));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "500, 7.5", "1000, 15", "6400, 42"})
    void slaneysMels(double hertz, double mel) {
        assertThat(MelScale.SLANEY.toMel(hertz)).isCloseTo(mel, within(1e-9));
        assertThat(MelScale.SLANEY.toHertz(mel)).isCloseTo(hertz, within(1e-9));
    }

    /** What is read at once while the spectrum is at hand is what the single steps give. */
    @ParameterizedTest
    @ValueSource(ints = {700, 7_000, 40_000, 200_000})
    void theSharedPassAgreesWithTheSingleSteps(int samples) {
        float[] y = Signals.music(samples, samples);
        SpectralFeatures features = SpectralFeatures.of(y, SAMPLE_RATE);
        Spectrogram spectrogram = new Stft(StftSettings.DEFAULT).power(y, SAMPLE_RATE);
        float[][] mel = MelFilterBank.of(SAMPLE_RATE, 2048).apply(spectrogram);
        float[][] decibels = Decibels.ofPower(mel);

        assertClose(features.mel(), mel, 1e-5, 0);
        assertClose(features.melDecibels(), decibels, 0, 1e-4);
        assertClose(features.mfcc(), Mfcc.of(decibels, 20), 0, 1e-3);
        assertThat(features.tuning()).isEqualTo(Tuning.estimate(spectrogram));
        assertClose(
                new float[][] {features.onsetStrength()},
                new float[][] {OnsetStrength.of(decibels, StftSettings.DEFAULT)},
                0,
                1e-4);
        assertClose(features.spectrogram().toArray(), spectrogram.toArray(), 0, 0);
    }

    @Test
    void melIsTheWeightedSumOfPowers() {
        Spectrogram spectrogram = new Stft(StftSettings.DEFAULT).power(Signals.music(5, 30_000), SAMPLE_RATE);
        MelFilterBank filters = MelFilterBank.of(SAMPLE_RATE, 2048);
        double[][] weights = filters.weights();
        float[][] power = spectrogram.toArray();

        float[][] mel = filters.apply(spectrogram);

        for (int m = 0; m < 128; m++) {
            double sum = 0;
            for (int k = 0; k < 1025; k++) {
                sum += weights[m][k] * power[17][k];
            }
            assertThat((double) mel[17][m]).isCloseTo(sum, within(1e-5 * sum));
        }
    }

    /** The sum over all twelve, with none left out for being small. */
    @Test
    void chromaIsTheWeightedSumOfPowersOverItsLargest() {
        Spectrogram spectrogram = new Stft(StftSettings.DEFAULT).power(Signals.music(6, 60_000), SAMPLE_RATE);
        ChromaFilterBank filters = ChromaFilterBank.of(SAMPLE_RATE, 2048, 0.07);
        double[][] weights = filters.weights();
        float[][] power = spectrogram.toArray();

        float[][] chroma = filters.apply(spectrogram);

        for (int t = 0; t < power.length; t++) {
            double[] wanted = new double[12];
            double largest = 0;
            for (int c = 0; c < 12; c++) {
                for (int k = 0; k < 1025; k++) {
                    wanted[c] += weights[c][k] * power[t][k];
                }
                largest = Math.max(largest, wanted[c]);
            }
            for (int c = 0; c < 12; c++) {
                assertThat(chroma[t][c]).isCloseTo((float) (wanted[c] / largest), within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"261.6256, 0", "440, 9", "493.8833, 11", "1567.982, 7", "130.8128, 0"})
    void aTonesChromaIsItsNote(double hertz, int note) {
        float[][] chroma = SpectralFeatures.of(Signals.sine(hertz, 0.5, 40_000), SAMPLE_RATE)
                .chroma();
        assertThat(chroma[40][note]).isEqualTo(1);
    }

    /**
     * Whole hundredths are compared: the parabola through powers is off by up to five, and rounding is not to decide.
     */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void tuningIsHowFarATuneIsOffTheScale(@ForAll @IntRange(min = -45, max = 45) int cents) {
        float[] y = new float[44_100];
        for (int semitone : new int[] {0, 4, 7, 12, 16}) {
            float[] tone = Signals.sine(440 * Math.pow(2, (semitone + cents / 100.0) / 12), 0.1, y.length);
            for (int n = 0; n < y.length; n++) {
                y[n] += tone[n];
            }
        }
        long tuning = Math.round(100 * SpectralFeatures.of(y, SAMPLE_RATE).tuning());
        assertThat(tuning).isCloseTo(cents, within(5L));
    }

    @ParameterizedTest
    @ValueSource(doubles = {300, 1000, 4000, 9000})
    void aTonesShapeIsItsFrequency(double hertz) {
        SpectralShape shape = SpectralFeatures.of(Signals.sine(hertz, 0.5, 40_000), SAMPLE_RATE)
                .shape();

        assertThat((double) shape.centroid()[40]).isCloseTo(hertz, within(5.0));
        assertThat((double) shape.rolloff()[40]).isCloseTo(hertz, within(1.5 * SAMPLE_RATE / 2048));
        assertThat(shape.bandwidth()[40]).isLessThan(60);
        assertThat(shape.flatness()[40]).isLessThan(1e-4f);
    }

    @Test
    void noiseIsFlatAndATonesBandStandsOut() {
        SpectralFeatures noise = SpectralFeatures.of(Signals.noise(1, 40_000), SAMPLE_RATE);
        float[] tone = Signals.sine(600, 0.5, 40_000);
        float[] floor = Signals.noise(2, 40_000);
        for (int n = 0; n < tone.length; n++) {
            tone[n] += 0.001f * floor[n];
        }
        float[][] contrast = SpectralFeatures.of(tone, SAMPLE_RATE).contrast();

        assertThat(noise.shape().flatness()[40]).isBetween(0.4f, 0.7f);
        assertThat((double) noise.shape().centroid()[40]).isCloseTo(SAMPLE_RATE / 4.0, within(400.0));
        assertThat(contrast[40][2]).isGreaterThan(40);
        assertThat(contrast[40][5]).isLessThan(35);
    }

    /** Twice as loud is four times the power: 6.02 dB in the first MFCC's every band, and nothing in the others. */
    @Property(tries = 20)
    void whatScalingDoes(@ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 8) double factor) {
        SpectralFeatures once = SpectralFeatures.of(Signals.music(seed, 20_000), SAMPLE_RATE);
        SpectralFeatures scaled = SpectralFeatures.of(Signals.times(once.y(), factor), SAMPLE_RATE);
        double power = factor * factor;

        for (int t = 0; t < once.frames(); t++) {
            for (int m = 0; m < 128; m++) {
                assertThat((double) scaled.mel()[t][m])
                        .isCloseTo(power * once.mel()[t][m], within(1e-3 * power * once.mel()[t][m] + 1e-7));
            }
            assertThat((double) scaled.mfcc()[t][0])
                    .isCloseTo(once.mfcc()[t][0] + 10 * Math.log10(power) * Math.sqrt(128), within(0.05));
            assertThat((double) scaled.mfcc()[t][5]).isCloseTo(once.mfcc()[t][5], within(0.05));
            assertThat(scaled.chroma()[t]).containsExactly(once.chroma()[t], within(1e-3f));
            assertThat((double) scaled.rms()[t]).isCloseTo(factor * once.rms()[t], within(1e-5));
            assertThat((double) scaled.shape().centroid()[t])
                    .isCloseTo(
                            once.shape().centroid()[t],
                            within(1e-2 + 1e-3 * once.shape().centroid()[t]));
        }
        assertThat(scaled.zeroCrossingRate()).containsExactly(once.zeroCrossingRate());
    }

    @Test
    void anOnsetStandsWhereItIs() {
        float[] y = Signals.times(Signals.noise(1, 66_150), 1e-4);
        float[] burst = Signals.noise(2, 2000);
        System.arraycopy(burst, 0, y, 33_075, burst.length);

        float[] strength = SpectralFeatures.of(y, SAMPLE_RATE).onsetStrength();

        int loudest = 0;
        for (int t = 1; t < strength.length; t++) {
            loudest = strength[t] > strength[loudest] ? t : loudest;
        }
        assertThat(loudest * 512 / (double) SAMPLE_RATE).isCloseTo(1.5, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 2047, 2048, 50_000})
    void silenceIsNothingAndNeverNotANumber(int samples) {
        SpectralFeatures silence = SpectralFeatures.of(new float[samples], SAMPLE_RATE);

        for (int t = 0; t < silence.frames(); t++) {
            assertThat(silence.mel()[t]).containsOnly(0f);
            assertThat(silence.melDecibels()[t]).containsOnly(-100f);
            assertThat(silence.chroma()[t]).containsOnly(0f);
            assertThat((double) silence.mfcc()[t][0]).isCloseTo(-100 * Math.sqrt(128), within(2e-3));
            assertThat(silence.contrast()[t]).containsOnly(0f);
            assertThat(silence.shape().centroid()[t]).isZero();
            assertThat(silence.shape().bandwidth()[t]).isZero();
            assertThat(silence.shape().rolloff()[t]).isZero();
            assertThat(silence.shape().flatness()[t]).isCloseTo(1, within(1e-6f));
            assertThat(silence.rms()[t]).isZero();
            assertThat(silence.zeroCrossingRate()[t]).isZero();
            assertThat(silence.onsetStrength()[t]).isZero();
        }
        assertThat(silence.tuning()).isZero();
    }

    @Property(tries = 40)
    void nothingIsEverNotANumber(@ForAll @IntRange(min = 1, max = 9000) int samples, @ForAll long seed) {
        float[] y = seed % 3 == 0 ? Signals.noise(seed, samples) : Signals.music(seed, samples);
        for (int n = samples / 3; n < samples / 2; n++) {
            y[n] = 0;
        }
        SpectralFeatures features = SpectralFeatures.of(y, SAMPLE_RATE);
        for (float[][] matrix : List.of(
                features.mel(),
                features.melDecibels(),
                features.mfcc(),
                features.chroma(),
                features.contrast(),
                new float[][] {features.onsetStrength()},
                new float[][] {features.rms()},
                new float[][] {features.zeroCrossingRate()},
                new float[][] {features.shape().centroid()},
                new float[][] {features.shape().bandwidth()},
                new float[][] {features.shape().rolloff()},
                new float[][] {features.shape().flatness()})) {
            for (float[] row : matrix) {
                for (float value : row) {
                    assertThat(Float.isFinite(value)).isTrue();
                }
            }
        }
    }

    @Test
    void otherBinsThanTheFiltersAreRefused() {
        Spectrogram small = new Stft(StftSettings.of(1024, 256)).power(Signals.noise(1, 4000), SAMPLE_RATE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MelFilterBank.of(SAMPLE_RATE, 2048).apply(small))
                .withMessageContaining("513");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChromaFilterBank.of(SAMPLE_RATE, 2048, 0).apply(small))
                .withMessageContaining("513");
    }

    private static double hertzOfHtk(int corner, int mels) {
        double top = 2595 * Math.log10(1 + SAMPLE_RATE / 2.0 / 700);
        return 700 * (Math.pow(10, top * corner / (mels + 1) / 2595) - 1);
    }

    private static void assertClose(float[][] found, float[][] wanted, double relative, double absolute) {
        assertThat(found).hasSameDimensionsAs(wanted);
        for (int t = 0; t < wanted.length; t++) {
            for (int k = 0; k < wanted[t].length; k++) {
                assertThat((double) found[t][k])
                        .isCloseTo(wanted[t][k], within(relative * Math.abs(wanted[t][k]) + absolute));
            }
        }
    }

    /** A frame that would be centred behind the end hears the last sample best; there is none, so it sets no floor. */
    @Test
    void whatLiesBehindTheLastFrameIsNotHeard() {
        float[] y = new float[10 * 512 - 1];
        y[y.length - 1] = 1;
        SpectralFeatures features = SpectralFeatures.of(y, SAMPLE_RATE);
        float[][] wanted = Decibels.ofPower(features.mel());
        for (int t = 0; t < features.frames(); t++) {
            assertThat(features.melDecibels()[t]).containsExactly(wanted[t], within(1e-3f));
        }
        FrameBlocks power = features.spectrogram().power();
        int last = power.size() - 1;
        for (float[] row : power.block(last)) {
            assertThat(Arrays.copyOfRange(row, power.count(last), power.lanes()))
                    .containsOnly(0f);
        }
    }
}
