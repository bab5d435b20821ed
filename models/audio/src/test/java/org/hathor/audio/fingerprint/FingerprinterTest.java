package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.hathor.audio.Pcm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprinterTest {
    private static final float[] PIECE = Pieces.piece(11, 8);
    private static final Fingerprint KNOWN = Fingerprinter.forTracks().fingerprint(PIECE, Pieces.SAMPLE_RATE);

    @Property(tries = 12)
    void levelPlaysNoPart(@ForAll @DoubleRange(min = 0.001, max = 4) @Scale(3) double gain) {
        Fingerprint scaled = Fingerprinter.forTracks().fingerprint(Pieces.louder(PIECE, gain), Pieces.SAMPLE_RATE);

        // Rounding may turn the order of two cells that are all but equal.
        assertThat(shared(KNOWN, scaled)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void aTurnedOnToneIsAPeakAtItsFrequencyAndItsTime() {
        float[] samples = new float[3 * Pieces.SAMPLE_RATE];
        for (int i = Pieces.SAMPLE_RATE; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 1_234 * i / Pieces.SAMPLE_RATE));
        }

        Fingerprint tone = Fingerprinter.forTracks().fingerprint(samples, Pieces.SAMPLE_RATE);

        assertThat(tone.seconds()).isCloseTo(3, within(0.03));
        int peak = strongestNear(tone, 1_234);
        assertThat(tone.hertzOf(peak)).isCloseTo(1_234, within(1.5));
        assertThat(tone.secondsOf(peak)).isCloseTo(1, within(0.2));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 44_100, 48_000})
    void theSampleRateChangesLittle(int rate) {
        float[] resampled = Pieces.faster(PIECE, (double) Pieces.SAMPLE_RATE / rate);

        assertThat(shared(KNOWN, Fingerprinter.forTracks().fingerprint(resampled, rate)))
                .isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void silenceHasNoPeaks() {
        assertThat(Fingerprinter.forQueries()
                        .fingerprint(new float[50_000], 22_050)
                        .peaks())
                .isZero();
        assertThat(Fingerprinter.forQueries().fingerprint(new float[0], 22_050).peaks())
                .isZero();
    }

    @Test
    void channelsAreTakenTogether() {
        Fingerprint stereo = Fingerprinter.forTracks()
                .fingerprint(new Pcm(new float[][] {PIECE, Pieces.louder(PIECE, 0.5)}, Pieces.SAMPLE_RATE));

        assertThat(shared(KNOWN, stereo)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void aQueryKeepsMorePeaksThanATrack() {
        assertThat(Fingerprinter.forQueries()
                        .fingerprint(PIECE, Pieces.SAMPLE_RATE)
                        .peaks())
                .isGreaterThan(KNOWN.peaks());
    }

    @Test
    void aRateThatHoldsNoMusicIsRefused() {
        assertThatThrownBy(() -> Fingerprinter.forTracks().fingerprint(PIECE, 4_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 8000");
    }

    private static int strongestNear(Fingerprint fingerprint, double hertz) {
        for (int peak = 0; peak < fingerprint.peaks(); peak++) {
            if (Math.abs(fingerprint.hertzOf(peak) - hertz) < 10) {
                return peak;
            }
        }
        throw new AssertionError("no peak near " + hertz);
    }

    /** The share of the one's peaks that the other has, a frame and half a bin allowed. */
    private static double shared(Fingerprint one, Fingerprint other) {
        Set<Long> places = new HashSet<>();
        for (int peak = 0; peak < other.peaks(); peak++) {
            for (int f = -1; f <= 1; f++) {
                for (int s = -4; s <= 4; s++) {
                    places.add((long) (other.frame(peak) + f) << 32 | other.frequency(peak) + s);
                }
            }
        }
        int count = 0;
        for (int peak = 0; peak < one.peaks(); peak++) {
            count += places.contains((long) one.frame(peak) << 32 | one.frequency(peak)) ? 1 : 0;
        }
        return (double) count / one.peaks();
    }
}
