package org.hathor.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StftTest {
    /**
     * How far a magnitude may be off, as a share of its frame's largest: a few times what single precision resolves.
     */
    private static final double PRECISION = 1e-6;

    private static final int SAMPLE_RATE = Signals.SAMPLE_RATE;

    /** Powers of two go side by side through our own transform, others one by one through the library's. */
    @ParameterizedTest
    @CsvSource({
        "8, 2, 100",
        "16, 5, 300",
        "32, 8, 300",
        "64, 16, 1000",
        "256, 64, 40",
        "512, 512, 5000",
        "1024, 100, 9000",
        "2048, 512, 90000",
        "4096, 1024, 9000",
        "2048, 3000, 9000",
        "60, 20, 700",
        "1000, 250, 6000"
    })
    void powersAreThoseOfTheDefinition(int nFft, int hop, int samples) {
        float[] y = Signals.noise(nFft, samples);

        Spectrogram spectrogram = new Stft(StftSettings.of(nFft, hop)).power(y, SAMPLE_RATE);

        assertThat(spectrogram.frames()).isEqualTo(1 + samples / hop);
        float[] frame = new float[spectrogram.bins()];
        for (int t : IntStream.of(0, 1, spectrogram.frames() / 2, spectrogram.frames() - 1)
                .filter(t -> t < spectrogram.frames())
                .toArray()) {
            spectrogram.copyFrame(t, frame);
            double[] wanted = NaiveDft.hannPower(y, t * hop - nFft / 2, nFft);
            double largest = IntStream.range(0, wanted.length)
                    .mapToDouble(k -> wanted[k])
                    .max()
                    .orElseThrow();
            for (int k = 0; k < wanted.length; k++) {
                assertThat((double) frame[k])
                        .as("frame %d, bin %d", t, k)
                        .isCloseTo(
                                wanted[k],
                                within(PRECISION * Math.sqrt(wanted[k] * largest) + PRECISION * PRECISION * largest));
            }
        }
    }

    @Test
    void theComplexSpectrumHasThePowers() {
        float[] y = Signals.music(1, 20_000);
        Stft stft = new Stft(StftSettings.DEFAULT);

        float[][] complex = stft.complex(y);
        float[][] power = stft.power(y, SAMPLE_RATE).toArray();

        assertThat(complex).hasSameDimensionsAs(new float[power.length][2 * power[0].length]);
        for (int t = 0; t < power.length; t++) {
            double largest = 0;
            for (float bin : power[t]) {
                largest = Math.max(largest, bin);
            }
            for (int k = 0; k < power[t].length; k++) {
                double re = complex[t][2 * k];
                double im = complex[t][2 * k + 1];
                assertThat(re * re + im * im)
                        .isCloseTo(
                                power[t][k],
                                within(PRECISION * Math.sqrt(power[t][k] * largest) + PRECISION * PRECISION * largest));
            }
        }
    }

    /** Parseval: the energy of the weighted samples is that of the spectrum, both halves of it counted. */
    @Property(tries = 60)
    void noEnergyIsLost(@ForAll long seed, @ForAll @IntRange(min = 3, max = 11) int exponent) {
        int nFft = 1 << exponent;
        float[] y = Signals.noise(seed, nFft);
        StftSettings settings =
                StftSettings.of(nFft, nFft).withFraming(Framing.UNCENTERED).withWindow(Window.RECTANGULAR);

        float[][] power = new Stft(settings).power(y, SAMPLE_RATE).toArray();

        double energy = 0;
        for (float sample : y) {
            energy += (double) sample * sample;
        }
        double spectrum = power[0][0] + power[0][nFft / 2];
        for (int k = 1; k < nFft / 2; k++) {
            spectrum += 2 * power[0][k];
        }
        assertThat(spectrum / nFft).isCloseTo(energy, within(1e-5 * energy));
    }

    /** Neither how many frames there are nor which lane a frame falls in changes it. */
    @Property(tries = 40)
    void aFrameIsTheSameWhereverItStands(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int hops) {
        StftSettings settings = StftSettings.of(64, 16);
        float[] y = Signals.noise(seed, 1000);
        float[] delayed = new float[1000 + 16 * hops];
        System.arraycopy(y, 0, delayed, 16 * hops, y.length);

        float[][] early = new Stft(settings).power(y, SAMPLE_RATE).toArray();
        float[][] late = new Stft(settings).power(delayed, SAMPLE_RATE).toArray();

        for (int t = 0; t < early.length; t++) {
            assertThat(late[t + hops]).containsExactly(early[t]);
        }
    }

    @Test
    void aTransformIsUsedAgainWithoutMemoryOfTheLast() {
        Stft stft = new Stft(StftSettings.DEFAULT);
        float[] quiet = Signals.times(Signals.music(3, 30_000), 1e-3);
        float[][] alone = stft.power(quiet, SAMPLE_RATE).toArray();

        stft.power(Signals.noise(4, 90_000), SAMPLE_RATE);

        assertThat(stft.power(quiet, SAMPLE_RATE).toArray()).isDeepEqualTo(alone);
    }

    @Test
    void threadsShareATransform() {
        Stft stft = new Stft(StftSettings.DEFAULT);
        float[][][] alone = IntStream.range(0, 8)
                .mapToObj(seed -> new Stft(StftSettings.DEFAULT)
                        .power(Signals.noise(seed, 50_000), SAMPLE_RATE)
                        .toArray())
                .toArray(float[][][]::new);

        float[][][] together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(seed ->
                        stft.power(Signals.noise(seed, 50_000), SAMPLE_RATE).toArray())
                .toArray(float[][][]::new);

        assertThat(together).isDeepEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 512, 1023, 1024, 2047})
    void lessThanAFrameIsSurroundedBySilence(int samples) {
        float[] y = Signals.noise(samples, samples);

        Spectrogram spectrogram = new Stft(StftSettings.DEFAULT).power(y, SAMPLE_RATE);

        assertThat(spectrogram.frames()).isEqualTo(1 + samples / 512);
        assertThat((double) spectrogram.toArray()[0][5])
                .isCloseTo(
                        NaiveDft.hannPower(y, -1024, 2048)[5],
                        within(1e-6 * spectrogram.toArray()[0][5]));
    }

    @ParameterizedTest
    @CsvSource({"CONSTANT, 0 0 0 1 2 3 0 0 0", "EDGE, 1 1 1 1 2 3 3 3 3", "REFLECT, 2 3 2 1 2 3 2 1 2"})
    void whatSurroundsASignal(PadMode padMode, String wanted) {
        float[] y = {1, 2, 3};
        StringBuilder found = new StringBuilder();
        for (int position = -3; position < 6; position++) {
            found.append((int) padMode.sample(y, position)).append(' ');
        }
        assertThat(found.toString().trim()).isEqualTo(wanted);
        assertThat(PadMode.REFLECT.sample(new float[] {7}, -4)).isEqualTo(7);
    }

    @Test
    void whatCannotBeAnalysedIsNamed() {
        Stft stft = new Stft(StftSettings.DEFAULT);
        float[] broken = Signals.noise(1, 70_000);
        broken[66_000] = Float.NaN;
        float[] endless = Signals.noise(1, 5000);
        endless[7] = Float.NEGATIVE_INFINITY;

        assertThatNullPointerException()
                .isThrownBy(() -> stft.power(null, SAMPLE_RATE))
                .withMessage("y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stft.power(new float[0], SAMPLE_RATE))
                .withMessage("y is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stft.power(broken, SAMPLE_RATE))
                .withMessage("y must be finite everywhere, but sample 66000 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stft.power(endless, SAMPLE_RATE))
                .withMessageContaining("sample 7 is -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stft.power(endless, 0))
                .withMessageContaining("sampleRate");
        Stft uncentered = new Stft(StftSettings.DEFAULT.withFraming(Framing.UNCENTERED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> uncentered.power(new float[2047], SAMPLE_RATE))
                .withMessageContaining("y has 2047 samples");
    }

    /** The largest float is no error: powers overflow, loudness does not. */
    @Test
    void loudIsNotBroken() {
        float[] y = Signals.times(Signals.noise(2, 5000), 1e38);

        assertThat(new Stft(StftSettings.DEFAULT).power(y, SAMPLE_RATE).toArray()[3][9])
                .isEqualTo(Float.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 512, 1, nFft",
        "7, 512, 7, nFft",
        "2048, 0, 2048, hopLength",
        "2048, 512, 2049, winLength",
        "2048, 512, 0, winLength"
    })
    void settingsThatMakeNoSenseAreNamed(int nFft, int hop, int win, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StftSettings(nFft, hop, win, Window.HANN, Framing.CENTERED, PadMode.CONSTANT))
                .withMessageContaining(name);
    }
}
