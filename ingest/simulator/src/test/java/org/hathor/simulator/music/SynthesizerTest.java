package org.hathor.simulator.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SynthesizerTest {
    private static final int RATE = 22_050;

    @Property(tries = 12)
    void aMixIsTheSumOfItsStemsWithinBoundsAtAPleasantLevelAndWithoutOffset(@ForAll long seed) {
        Piece piece = Composer.compose(PieceSpec.random(seed).withSeconds(12));
        Rendering rendering = Synthesizer.render(piece, RATE);
        float[] mix = rendering.mix();
        assertThat(mix).hasSize(12 * RATE);
        double squares = 0;
        double sum = 0;
        double peak = 0;
        for (int i = 0; i < mix.length; i++) {
            double stems = 0;
            for (Stem stem : Stem.values()) {
                stems += rendering.stem(stem)[i];
            }
            assertThat(Math.abs(stems - mix[i])).isLessThan(1e-5);
            squares += mix[i] * (double) mix[i];
            sum += mix[i];
            peak = Math.max(peak, Math.abs(mix[i]));
        }
        double rms = Math.sqrt(squares / mix.length);
        assertThat(peak).isBetween(0.3, 0.98);
        assertThat(20 * Math.log10(rms)).isBetween(-20.0, -12.5);
        // Of 1,500 pieces the farthest off was 1.4 % of its level.
        assertThat(Math.abs(sum / mix.length)).isLessThan(0.03 * rms);
    }

    @Test
    void thePieceRendersToTheSameSamplesEachTime() {
        Piece piece = Composer.compose(PieceSpec.random(3).withSeconds(8));
        assertThat(Synthesizer.render(piece, RATE).mix())
                .isEqualTo(Synthesizer.render(piece, RATE).mix());
        assertThat(Synthesizer.renderStereo(piece, RATE)).isDeepEqualTo(Synthesizer.renderStereo(piece, RATE));
    }

    /** What these seeds gave where this was written; another machine must give the same bytes. */
    @ParameterizedTest
    @CsvSource({"1, dcd4c3dd9e7388f4", "2, 025f925798f9a28e", "3, f0c5613917235686"})
    void aSeedGivesTheSameBytesOnEveryMachine(long seed, String digest) throws NoSuchAlgorithmException {
        Piece piece = Composer.compose(PieceSpec.random(seed).withSeconds(10));
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(PieceTruth.json(piece).getBytes(StandardCharsets.UTF_8));
        sha.update(WavFile.of(RATE, Synthesizer.render(piece, RATE).mix()));
        assertThat(HexFormat.of().formatHex(sha.digest(), 0, 8)).isEqualTo(digest);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void theSungPitchIsTheStatedOne(Style style) {
        Piece piece = sung(style);
        float[] voice = Synthesizer.render(piece, RATE).stem(Stem.VOICE);
        float[] f0 = piece.melodyF0(1.0 / RATE);
        List<Double> cents = new ArrayList<>();
        for (Note note : piece.melody()) {
            if (note.end() - note.start() < 0.3) {
                continue;
            }
            int middle = (int) ((note.start() + note.end()) / 2 * RATE);
            cents.add(1200 * Math.log(pitch(voice, middle, f0[middle]) / f0[middle]) / Math.log(2));
        }
        assertThat(cents.size()).isGreaterThanOrEqualTo(3);
        assertThat(cents).as("cents off").allSatisfy(off -> assertThat(Math.abs(off))
                .isLessThan(35));
    }

    private static Piece sung(Style style) {
        for (long seed = 1; ; seed++) {
            Piece piece =
                    Composer.compose(PieceSpec.random(seed).withStyle(style).withSeconds(15));
            long longNotes = piece.melody().stream()
                    .filter(note -> note.end() - note.start() >= 0.3)
                    .count();
            if (piece.melodyStem() == Stem.VOICE && longNotes >= 3) {
                return piece;
            }
        }
    }

    /** The pitch at a sample by plain normalised autocorrelation, looked for within four semitones of a guess. */
    private static double pitch(float[] signal, int centre, double guess) {
        double period = RATE / guess;
        double near = best(signal, centre, period / 1.26, period * 1.26, 0.4);
        return RATE / best(signal, centre, near - 0.5, near + 0.5, 0.02);
    }

    /** The lag at which the signal is most like itself. */
    private static double best(float[] signal, int centre, double from, double to, double step) {
        int window = 1_024;
        double best = -1;
        double bestLag = from;
        for (double lag = from; lag <= to; lag += step) {
            double product = 0;
            double here = 0;
            double there = 0;
            for (int i = centre - window / 2; i < centre + window / 2; i++) {
                double at = i - lag;
                int whole = (int) Math.floor(at);
                double shifted = signal[whole] + (at - whole) * (signal[whole + 1] - signal[whole]);
                product += signal[i] * shifted;
                here += signal[i] * (double) signal[i];
                there += shifted * shifted;
            }
            double correlation = product / Math.sqrt(here * there + 1e-20);
            if (correlation > best) {
                best = correlation;
                bestLag = lag;
            }
        }
        return bestLag;
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 47, 52, 60, 69, 76, 84})
    void aPluckedStringIsInTune(int midi) {
        float[] out = new float[RATE];
        PluckedString.play(new Tone(0, 0.9, midi, 0.8), Timbre.STEEL_GUITAR, RATE, 0.8, out);
        double hz = 440 * Math.pow(2, (midi - 69) / 12.0);
        assertThat(1200 * Math.log(pitch(out, 6_000, hz) / hz) / Math.log(2)).isCloseTo(0, within(8.0));
    }

    @ParameterizedTest
    @EnumSource(Timbre.class)
    void aToneEndsWithoutAClick(Timbre timbre) {
        float[] out = new float[2 * RATE];
        new ToneGenerator(timbre, RATE, 0.7).play(new Tone(0.1, 0.8, timbre.centre(), 0.9), out);
        int end = (int) ((0.8 + timbre.envelope().release()) * RATE);
        double before = 0;
        for (int i = end - 20; i < end; i++) {
            before = Math.max(before, Math.abs(out[i]));
        }
        assertThat(before).isLessThan(0.03);
        for (int i = end + 2; i < out.length; i++) {
            assertThat(out[i]).isZero();
        }
        for (int i = 0; i < (int) (0.1 * RATE) - 1; i++) {
            assertThat(out[i]).isZero();
        }
    }

    @Test
    void aHighSawHasNothingBetweenItsHarmonics() {
        double hz = 1_760;
        float[] table = Wavetable.of(Shape.SAW, hz, RATE);
        int length = 8_192;
        double[] signal = new double[length];
        int phase = 0;
        for (int i = 0; i < length; i++) {
            int place = phase >>> Wavetable.SHIFT;
            float fraction = (phase & (1 << Wavetable.SHIFT) - 1) * Wavetable.FRACTION;
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
            signal[i] = window * (table[place] + fraction * (table[place + 1] - table[place]));
            phase += Wavetable.increment(hz, RATE);
        }
        double harmonic = power(signal, hz);
        for (double between = 300; between < 10_500; between += 97) {
            double distance = Math.abs(between / hz - Math.rint(between / hz)) * hz;
            if (distance > 60) {
                assertThat(10 * Math.log10(power(signal, between) / harmonic))
                        .as("at %.0f Hz", between)
                        .isLessThan(-65);
            }
        }
    }

    private static double power(double[] signal, double hz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < signal.length; i++) {
            re += signal[i] * Math.cos(2 * Math.PI * hz * i / RATE);
            im += signal[i] * Math.sin(2 * Math.PI * hz * i / RATE);
        }
        return re * re + im * im;
    }

    @Property(tries = 6)
    void anInstrumentalPieceHasASilentVoice(@ForAll long seed) {
        Piece piece =
                Composer.compose(PieceSpec.random(seed).withStyle(Style.AMBIENT).withSeconds(10));
        boolean silent = true;
        for (float value : Synthesizer.render(piece, 8_000).stem(Stem.VOICE)) {
            silent &= value == 0;
        }
        assertThat(silent).isEqualTo(piece.melodyStem() == Stem.OTHER);
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"POP", "BALLAD", "FUNK"})
    void theDryVoiceIsSilentInTheRestsOfItsTune(Style style) {
        Piece piece = sung(style);
        float[] voice = Synthesizer.renderDryVoice(piece, RATE);
        float[] f0 = piece.melodyF0(1.0 / RATE);
        double sung = 0;
        double rest = 0;
        int silent = 0;
        for (int i = 0; i < voice.length; i++) {
            if (f0[i] > 0) {
                sung += voice[i] * (double) voice[i];
            } else {
                rest += voice[i] * (double) voice[i];
                silent++;
            }
        }
        // Breaths and consonants are all there is.
        assertThat(rest / silent).isLessThan(0.01 * sung / (voice.length - silent));
    }

    @Test
    void stereoIsTheMonoMixSpreadOut() {
        Piece piece = Composer.compose(PieceSpec.random(11).withSeconds(10));
        float[] mono = Synthesizer.render(piece, RATE).mix();
        float[][] stereo = Synthesizer.renderStereo(piece, RATE);
        double product = 0;
        double left = 0;
        double right = 0;
        double apart = 0;
        for (int i = 0; i < mono.length; i++) {
            double middle = (stereo[0][i] + stereo[1][i]) / 2;
            product += middle * mono[i];
            left += middle * middle;
            right += mono[i] * (double) mono[i];
            apart += Math.abs(stereo[0][i] - stereo[1][i]);
            assertThat(Math.max(Math.abs(stereo[0][i]), Math.abs(stereo[1][i]))).isLessThan(0.98f);
        }
        assertThat(product / Math.sqrt(left * right)).isGreaterThan(0.99);
        assertThat(apart / mono.length).isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {7_999, 96_001, 0})
    void aRateOutOfRangeIsRefused(int rate) {
        Piece piece = Composer.compose(PieceSpec.random(1).withSeconds(5));
        assertThatThrownBy(() -> Synthesizer.render(piece, rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sampleRate");
    }
}
