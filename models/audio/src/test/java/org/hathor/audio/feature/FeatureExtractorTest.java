package org.hathor.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.hathor.audio.Pcm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureExtractorTest {
    private static final int RATE = 22_050;
    private static final FeatureExtractor EXTRACTOR = new FeatureExtractor();

    /** Signals that are easy to get wrong. */
    private enum Signal {
        SILENCE,
        ONE_SAMPLE,
        SNIPPET,
        CLICK,
        CONSTANT,
        NOISE,
        WHISPER,
        OVERDRIVEN,
        SINE,
        NYQUIST,
        SILENCE_AROUND;

        float[] samples() {
            Random random = new Random(ordinal());
            int length =
                    switch (this) {
                        case ONE_SAMPLE -> 1;
                        case SNIPPET -> 700;
                        default -> 3 * RATE;
                    };
            float[] y = new float[length];
            for (int n = 0; n < length; n++) {
                y[n] = switch (this) {
                    case SILENCE -> 0;
                    case CLICK -> n == length / 2 ? 1 : 0;
                    case CONSTANT, ONE_SAMPLE -> 0.5f;
                    case NOISE, SNIPPET -> (float) random.nextGaussian() * 0.2f;
                    case WHISPER -> (float) random.nextGaussian() * 1e-5f;
                    case OVERDRIVEN -> (float) Math.sin(n * 0.05) * 40;
                    case SINE -> (float) Math.sin(2 * Math.PI * 440 * n / RATE) * 0.5f;
                    case NYQUIST -> n % 2 == 0 ? 0.5f : -0.5f;
                    case SILENCE_AROUND -> n > RATE && n < 2 * RATE ? (float) random.nextGaussian() * 0.2f : 0;
                };
            }
            return y;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFeatureIsFiniteAndWithinItsStatedRange(Signal signal) throws ReflectiveOperationException {
        TrackFeatures features = EXTRACTOR.extract(Pcm.mono(signal.samples(), RATE));

        for (RecordComponent component : TrackFeatures.class.getRecordComponents()) {
            Measure measure = component.getAnnotation(Measure.class);
            Object value = component.getAccessor().invoke(features);
            if (measure != null && !(value instanceof String)) {
                assertThat(Arrays.stream(numbers(value)).boxed())
                        .as("%s of %s", component.getName(), signal)
                        .allSatisfy(x -> assertThat(x).isFinite().isBetween(measure.from(), measure.to()));
            }
        }
        assertThat(features.mfccMean()).hasSize(20);
        assertThat(features.chromaMean()).hasSize(12);
        assertThat(features.spectralContrastMean()).hasSize(7);
        assertThat(features.waveformPeaks()).hasSize(2_000);
    }

    @Test
    void allButTheVersionSayWhatTheyMean() {
        assertThat(Arrays.stream(TrackFeatures.class.getRecordComponents())
                        .filter(component -> !component.isAnnotationPresent(Measure.class))
                        .map(RecordComponent::getName))
                .containsExactly("version");
    }

    @Test
    void silenceHasNothingAndSaysSo() {
        TrackFeatures silence = EXTRACTOR.extract(Pcm.mono(Signal.SILENCE.samples(), RATE));

        assertThat(silence.seconds()).isEqualTo(3);
        assertThat(silence.integratedLoudness()).isEqualTo(-70);
        assertThat(silence.truePeak()).isEqualTo(-120);
        assertThat(silence.tempo()).isZero();
        assertThat(silence.tempoConfidence()).isZero();
        assertThat(silence.beats()).isEmpty();
        assertThat(silence.onsetRate()).isZero();
        assertThat(silence.keyConfidence()).isZero();
        assertThat(silence.energy()).isZero();
        assertThat(silence.danceability()).isZero();
        assertThat(silence.acousticness()).isZero();
        assertThat(silence.valence()).isEqualTo(0.5);
        assertThat(silence.arousal()).isZero();
        assertThat(silence.pitchMedian()).isZero();
        assertThat(silence.voicedShare()).isZero();
        assertThat(silence.waveformPeaks()).containsOnly(0f);
    }

    @Test
    void aSineHasItsPitchItsCentroidItsLevelAndItsPitchClass() {
        TrackFeatures sine = EXTRACTOR.extract(Pcm.mono(Signal.SINE.samples(), RATE));

        assertThat(sine.pitchMedian()).isCloseTo(440, within(1.0));
        assertThat(sine.pitchRange()).isLessThan(0.2);
        assertThat(sine.voicedShare()).isGreaterThan(0.95);
        // the frames at both ends see the sine begin and end, which spreads their spectrum
        assertThat(sine.spectralCentroidMean()).isCloseTo(440, within(40.0));
        assertThat(sine.rmsMean()).isCloseTo(0.5 / Math.sqrt(2), within(0.005));
        assertThat(sine.zeroCrossingRateMean()).isCloseTo(2 * 440.0 / RATE, within(0.001));
        assertThat(sine.truePeak()).isCloseTo(20 * Math.log10(0.5), within(0.1));
        int loudest = IntStream.range(0, 12)
                .boxed()
                .max((a, b) -> Float.compare(sine.chromaMean()[a], sine.chromaMean()[b]))
                .orElseThrow();
        assertThat(loudest).as("A").isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {90, 120, 150})
    void aClickTrackHasItsTempo(double bpm) {
        TrackFeatures clicks = EXTRACTOR.extract(Pcm.mono(clicks(bpm, 15), RATE));

        double octaves = Math.log(clicks.tempo() / bpm) / Math.log(2);
        assertThat(octaves).as("tempo, or its half or double").isCloseTo(Math.rint(octaves), within(0.02));
        assertThat(clicks.beats().length).isCloseTo((int) (15 * clicks.tempo() / 60), within(2));
        assertThat(clicks.onsetRate()).isCloseTo(bpm / 60, within(0.15));
        assertThat(clicks.danceability()).isGreaterThan(0.8);
    }

    @Test
    void aLowerLevelLowersLevelsAndEnergyAndNothingElse() {
        float[] y = melody(12);
        float[] halved = y.clone();
        for (int n = 0; n < y.length; n++) {
            halved[n] = y[n] / 2;
        }
        TrackFeatures loud = EXTRACTOR.extract(Pcm.mono(y, RATE));
        TrackFeatures soft = EXTRACTOR.extract(Pcm.mono(halved, RATE));
        double half = 20 * Math.log10(0.5);

        assertThat(soft.integratedLoudness() - loud.integratedLoudness()).isCloseTo(half, within(0.01));
        assertThat(soft.truePeak() - loud.truePeak()).isCloseTo(half, within(0.01));
        assertThat(soft.rmsMean()).isCloseTo(loud.rmsMean() / 2, within(1e-6));
        assertThat(soft.energy()).isLessThan(loud.energy());
        assertThat(soft.arousal()).isLessThan(loud.arousal());
        assertThat(soft.loudnessRange()).isCloseTo(loud.loudnessRange(), within(0.01));
        assertThat(soft.tempo()).isCloseTo(loud.tempo(), within(0.01));
        assertThat(soft.key()).isEqualTo(loud.key());
        assertThat(soft.mode()).isEqualTo(loud.mode());
        assertThat(soft.danceability()).isCloseTo(loud.danceability(), within(1e-5));
        assertThat(soft.acousticness()).isCloseTo(loud.acousticness(), within(0.01));
        assertThat(soft.valence()).isCloseTo(loud.valence(), within(1e-3));
        assertThat(soft.spectralCentroidMean()).isCloseTo(loud.spectralCentroidMean(), within(1.0));
        assertThat(soft.pitchMedian()).isCloseTo(loud.pitchMedian(), within(0.5));
    }

    @Test
    void rateAndChannelsOfTheFileHardlyMatter() {
        float[] y = melody(12);
        float[] twice = new Resampler(RATE, 2 * RATE).apply(y);
        TrackFeatures mono = EXTRACTOR.extract(Pcm.mono(y, RATE));
        TrackFeatures stereo = EXTRACTOR.extract(new Pcm(new float[][] {twice, twice}, 2 * RATE));

        assertThat(stereo.channels()).isEqualTo(2);
        assertThat(stereo.sampleRate()).isEqualTo(2 * RATE);
        assertThat(stereo.seconds()).isCloseTo(mono.seconds(), within(1e-3));
        assertThat(stereo.integratedLoudness() - mono.integratedLoudness())
                .as("two channels of the same are 3 LU louder than one")
                .isCloseTo(3.01, within(0.1));
        assertThat(stereo.tempo()).isCloseTo(mono.tempo(), within(0.5));
        assertThat(stereo.key()).isEqualTo(mono.key());
        assertThat(stereo.mfccMean()[1]).isCloseTo(mono.mfccMean()[1], within(3f));
        assertThat(stereo.spectralCentroidMean()).isCloseTo(mono.spectralCentroidMean(), within(30.0));
    }

    @Test
    void theSameSamplesGiveTheSameNumbers() {
        Pcm pcm = Pcm.mono(melody(5), RATE);
        TrackFeatures one = EXTRACTOR.extract(pcm);
        TrackFeatures other = new FeatureExtractor().extract(pcm);

        assertThat(one).usingRecursiveComparison().isEqualTo(other);
    }

    @Test
    void noSamplesAreRefused() {
        assertThatThrownBy(() -> EXTRACTOR.extract(Pcm.mono(new float[0], RATE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pcm has no samples");
    }

    private static float[] clicks(double bpm, double seconds) {
        Random random = new Random(2);
        float[] y = new float[(int) (RATE * seconds)];
        for (double at = 0.1; at < seconds; at += 60 / bpm) {
            for (int n = (int) (at * RATE); n < Math.min(y.length, (at + 0.04) * RATE); n++) {
                y[n] = (float) (random.nextGaussian() * 0.3 * Math.exp(-(n - at * RATE) / 150));
            }
        }
        return y;
    }

    /** Notes of C major, four a second, with a few harmonics. */
    private static float[] melody(double seconds) {
        int[] scale = {0, 4, 7, 12, 5, 9, 12, 5, 7, 11, 14, 7, 0, 4, 7, 0};
        float[] y = new float[(int) (RATE * seconds)];
        for (int n = 0; n < y.length; n++) {
            double t = (double) n / RATE;
            double hertz = 261.63 * Math.pow(2, scale[(int) (t * 4) % scale.length] / 12.0);
            double envelope = Math.exp(-6 * (t * 4 % 1) / 4);
            for (int h = 1; h <= 4; h++) {
                y[n] += (float) (0.2 * envelope / h * Math.sin(2 * Math.PI * h * hertz * t));
            }
        }
        return y;
    }

    private static double[] numbers(Object value) {
        if (value instanceof double[] doubles) {
            return doubles;
        }
        if (value instanceof float[] floats) {
            return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
        }
        return new double[] {((Number) value).doubleValue()};
    }
}
