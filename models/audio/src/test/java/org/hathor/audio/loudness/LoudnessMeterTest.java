package org.hathor.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hathor.audio.Pcm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessMeterTest {
    /** EBU Tech 3341, table 1, cases 1 to 5: stereo tones of 1 kHz, each "dBFS:seconds", and the loudness to show. */
    @ParameterizedTest
    @CsvSource({
        "-23:20, -23",
        "-33:20, -33",
        "-36:10 -23:60 -36:10, -23",
        "-72:10 -36:10 -23:60 -36:10 -72:10, -23",
        "-26:20 -20:20.1 -26:20, -23",
    })
    void integratedLoudnessOfTheEbuSignals(String tones, double lufs) {
        for (int sampleRate : new int[] {48_000, 22_050}) {
            assertThat(LoudnessMeter.measure(stereo(tones, sampleRate)).integratedLufs())
                    .as("at %d Hz", sampleRate)
                    .isCloseTo(lufs, within(0.1));
        }
    }

    /** EBU Tech 3342, table 1, cases 1 to 4. */
    @ParameterizedTest
    @CsvSource({
        "-20:20 -30:20, 10",
        "-20:20 -15:20, 5",
        "-40:20 -20:20, 20",
        "-50:20 -35:20 -20:20 -35:20 -50:20, 15",
    })
    void rangeOfTheEbuSignals(String tones, double lu) {
        assertThat(LoudnessMeter.measure(stereo(tones, 48_000)).rangeLu()).isCloseTo(lu, within(0.1));
    }

    /** EBU Tech 3341, cases 9 and 12: no window is louder than −23, whichever way it falls on the steps. */
    @Test
    void shortTermAndMomentaryMaxima() {
        assertThat(LoudnessMeter.measure(stereo("-20:1.34 -30:1.66 ".repeat(5).strip(), 48_000))
                        .shortTermMaxLufs())
                .isCloseTo(-23, within(0.1));
        assertThat(LoudnessMeter.measure(stereo("-20:0.18 -30:0.22 ".repeat(25).strip(), 48_000))
                        .momentaryMaxLufs())
                .isCloseTo(-23, within(0.1));
    }

    /** EBU Tech 3341, cases 15 to 19: fraction of the rate, amplitude, phase; tolerance +0.2, −0.4 dB. */
    @ParameterizedTest
    @CsvSource({"4, .5, 0, -6", "4, .5, 45, -6", "6, .5, 60, -6", "8, .5, 67.5, -6", "4, 1.41, 45, 3"})
    void truePeakOfTheEbuSignals(int fraction, double amplitude, double phaseDegrees, double dbtp) {
        for (int sampleRate : new int[] {48_000, 96_000}) {
            float[] tone = new float[sampleRate];
            int fade = sampleRate / 20;
            for (int i = 0; i < tone.length; i++) {
                double gain = Math.min(1, Math.min(i, tone.length - 1 - i) / (double) fade);
                double phase = 2 * Math.PI * i / fraction + Math.toRadians(phaseDegrees);
                tone[i] = (float) (gain * amplitude * Math.sin(phase));
            }
            assertThat(LoudnessMeter.measure(Pcm.mono(tone, sampleRate)).truePeakDbtp())
                    .isBetween(dbtp - 0.4, dbtp + 0.2);
        }
    }

    /** BS.1770-4, 2.8: a full-scale tone of 997 Hz in one channel reads −3.01. */
    @ParameterizedTest
    @ValueSource(ints = {22_050, 32_000, 44_100, 48_000, 96_000, 192_000})
    void fullScaleReadsAsTheRecommendationSays(int sampleRate) {
        float[] tone = new float[5 * sampleRate];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * 997 * i / sampleRate);
        }
        assertThat(LoudnessMeter.measure(Pcm.mono(tone, sampleRate)).integratedLufs())
                .isCloseTo(-3.01, within(0.03));
    }

    /** BS.1770-4, tables 1 and 2. */
    @Test
    void theFiltersAt48kHzAreThoseOfTheRecommendation() {
        KWeighting.Coefficients shelf = KWeighting.shelf(48_000);
        assertThat(new double[] {shelf.b0(), shelf.b1(), shelf.b2(), shelf.a1(), shelf.a2()})
                .containsExactly(
                        new double[] {
                            1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
                        },
                        within(1e-10));
        KWeighting.Coefficients highPass = KWeighting.highPass(48_000);
        assertThat(new double[] {highPass.a1(), highPass.a2()})
                .containsExactly(new double[] {-1.99004745483398, 0.99007225036621}, within(1e-10));
    }

    @Test
    void silenceAndNothingHaveFloorsAndNoNaN() {
        Loudness floor = new Loudness(-70, 0, -70, -70, -120, -120, -120);
        assertThat(LoudnessMeter.measure(Pcm.mono(new float[100_000], 44_100))).isEqualTo(floor);
        assertThat(LoudnessMeter.measure(Pcm.mono(new float[0], 44_100))).isEqualTo(floor);
    }

    @Test
    void blocksOfAnySizeGiveTheSame() {
        Pcm pcm = noise(7.37, 22_050, 2, 1);
        LoudnessMeter meter = new LoudnessMeter(22_050, 2);
        Random random = new Random(3);
        for (int i = 0; i < pcm.length(); ) {
            int n = Math.min(pcm.length() - i, random.nextInt(5000));
            meter.add(pcm.channels(), i, i + n);
            i += n;
        }
        Loudness whole = LoudnessMeter.measure(pcm);
        Loudness parts = meter.loudness();
        assertThat(parts.integratedLufs()).isCloseTo(whole.integratedLufs(), within(1e-9));
        assertThat(parts.rangeLu()).isCloseTo(whole.rangeLu(), within(1e-9));
        assertThat(parts.truePeakDbtp()).isEqualTo(whole.truePeakDbtp());
        assertThat(parts.rmsDbfs()).isCloseTo(whole.rmsDbfs(), within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, -6, 3})
    void gainMovesEveryLevelByItself(double decibels) {
        Loudness plain = LoudnessMeter.measure(noise(8, 44_100, 1, 1));
        Loudness louder = LoudnessMeter.measure(noise(8, 44_100, 1, Math.pow(10, decibels / 20)));
        assertThat(louder.integratedLufs() - plain.integratedLufs()).isCloseTo(decibels, within(1e-4));
        assertThat(louder.shortTermMaxLufs() - plain.shortTermMaxLufs()).isCloseTo(decibels, within(1e-4));
        assertThat(louder.truePeakDbtp() - plain.truePeakDbtp()).isCloseTo(decibels, within(1e-4));
        assertThat(louder.samplePeakDbfs() - plain.samplePeakDbfs()).isCloseTo(decibels, within(1e-4));
        assertThat(louder.rmsDbfs() - plain.rmsDbfs()).isCloseTo(decibels, within(1e-4));
        assertThat(louder.rangeLu()).isCloseTo(plain.rangeLu(), within(1e-4));
    }

    /** The peak of a windowed burst at any offset between samples, wherever it falls on the meter's own blocks. */
    @Test
    void aPeakBetweenSamplesIsFoundAnywhere() {
        for (int offset = 0; offset < 200; offset++) {
            float[] samples = new float[1000];
            double centre = 400 + offset + offset % 8 / 8.0;
            for (int i = 0; i < samples.length; i++) {
                double t = i - centre;
                samples[i] = (float) (0.8 * Math.exp(-t * t / 200) * Math.cos(2 * Math.PI * 0.3 * t));
            }
            double peak = Math.pow(
                    10, LoudnessMeter.measure(Pcm.mono(samples, 48_000)).truePeakDbtp() / 20);
            // Four points a sample miss the top of a wave of 0.3 of the rate by 1 − cos(2π · 0.3 / 8) at most.
            assertThat(peak).isBetween(0.8 * Math.cos(2 * Math.PI * 0.3 / 8) - 1e-3, 0.8 + 1e-3);
        }
    }

    @Test
    void aWrongNumberOfChannelsIsRefused() {
        LoudnessMeter meter = new LoudnessMeter(44_100, 2);
        assertThatThrownBy(() -> meter.add(new float[1][10], 0, 10)).hasMessageContaining("2 channels were announced");
        assertThatThrownBy(() -> new LoudnessMeter(44_100, 6)).hasMessageContaining("one or two");
        assertThatThrownBy(() -> new LoudnessMeter(100, 1)).hasMessageContaining("at least 8000");
    }

    private static Pcm stereo(String tones, int sampleRate) {
        int length = 0;
        for (String tone : tones.split(" ")) {
            length += (int) Math.round(Double.parseDouble(tone.split(":")[1]) * sampleRate);
        }
        float[] samples = new float[length];
        int i = 0;
        for (String tone : tones.split(" ")) {
            double amplitude = Math.pow(10, Double.parseDouble(tone.split(":")[0]) / 20);
            int end = i + (int) Math.round(Double.parseDouble(tone.split(":")[1]) * sampleRate);
            for (; i < end; i++) {
                samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 1000 * i / sampleRate));
            }
        }
        return new Pcm(new float[][] {samples, samples}, sampleRate);
    }

    private static Pcm noise(double seconds, int sampleRate, int channels, double gain) {
        Random random = new Random(11);
        float[][] samples = new float[channels][(int) (seconds * sampleRate)];
        for (float[] channel : samples) {
            for (int i = 0; i < channel.length; i++) {
                double swell = 0.02 + 0.3 * Math.pow(Math.sin(Math.PI * i / channel.length), 2);
                channel[i] = (float) (gain * swell * random.nextGaussian());
            }
        }
        return new Pcm(samples, sampleRate);
    }
}
