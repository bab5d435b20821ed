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
    private static final Fingerprinter FINGERPRINTER = new Fingerprinter();
    private static final Constellation KNOWN = constellation(PIECE, Pieces.SAMPLE_RATE);

    @Property(tries = 12)
    void levelPlaysNoPart(@ForAll @DoubleRange(min = 0.001, max = 4) @Scale(3) double gain) {
        Fingerprint scaled = FINGERPRINTER.track(Pieces.louder(PIECE, gain), Pieces.SAMPLE_RATE);

        // Rounding may turn the order of two cells that are all but equal.
        assertThat(shared(KNOWN, scaled.constellation())).isGreaterThanOrEqualTo(0.99);
        assertThat(correlation(scaled, PIECE)).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void aTurnedOnToneIsAPeakAtItsFrequencyAndItsTime() {
        float[] samples = new float[3 * Pieces.SAMPLE_RATE];
        for (int i = Pieces.SAMPLE_RATE; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 1_234 * i / Pieces.SAMPLE_RATE));
        }

        Fingerprint tone = FINGERPRINTER.track(samples, Pieces.SAMPLE_RATE);

        assertThat(tone.seconds()).isCloseTo(3, within(0.03));
        int peak = firstNear(tone.constellation(), 1_234);
        assertThat(tone.constellation().hertzOf(peak)).isCloseTo(1_234, within(1.5));
        assertThat(tone.constellation().frame(peak) / Fingerprint.FRAMES_PER_SECOND)
                .isCloseTo(1, within(0.2));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 44_100, 48_000})
    void theSampleRateChangesLittle(int rate) {
        float[] resampled = Pieces.faster(PIECE, (double) Pieces.SAMPLE_RATE / rate);

        Fingerprint fingerprint = FINGERPRINTER.track(resampled, rate);

        assertThat(shared(KNOWN, fingerprint.constellation())).isGreaterThanOrEqualTo(0.8);
        assertThat(correlation(fingerprint, PIECE)).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void silenceHasNoPeaksAndNoTexture() {
        Fingerprint silence = FINGERPRINTER.track(new float[50_000], 22_050);

        assertThat(silence.peaks()).isZero();
        assertThat(correlation(silence, PIECE)).isZero();
        assertThat(FINGERPRINTER.query(new float[50_000], 22_050).peaks()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 4_095})
    void whatIsShorterThanAWindowHasNeither(int samples) {
        Fingerprint shortest = FINGERPRINTER.track(new float[samples], 22_050);

        assertThat(shortest.peaks()).isZero();
        assertThat(shortest.texture().frames()).isZero();
        assertThat(Fingerprint.ofBytes(shortest.toBytes())).isEqualTo(shortest);
    }

    @Test
    void channelsAreTakenTogether() {
        Fingerprint stereo =
                FINGERPRINTER.track(new Pcm(new float[][] {PIECE, Pieces.louder(PIECE, 0.5)}, Pieces.SAMPLE_RATE));

        assertThat(shared(KNOWN, stereo.constellation())).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void aQueryKeepsMorePeaksThanATrack() {
        assertThat(FINGERPRINTER.query(PIECE, Pieces.SAMPLE_RATE).peaks()).isGreaterThan(KNOWN.peaks());
    }

    @Test
    void aRateThatHoldsNoMusicIsRefused() {
        assertThatThrownBy(() -> FINGERPRINTER.track(PIECE, 4_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 8000");
    }

    private static Constellation constellation(float[] samples, int sampleRate) {
        return FINGERPRINTER.track(samples, sampleRate).constellation();
    }

    /** Of a fingerprint's texture with a recording, one upon the other. */
    private static double correlation(Fingerprint fingerprint, float[] samples) {
        Query query = FINGERPRINTER.query(samples, Pieces.SAMPLE_RATE);
        return Likeness.correlation(fingerprint.texture(), query.bands(1).rises(), 0, 1);
    }

    private static int firstNear(Constellation fingerprint, double hertz) {
        for (int peak = 0; peak < fingerprint.peaks(); peak++) {
            if (Math.abs(fingerprint.hertzOf(peak) - hertz) < 10) {
                return peak;
            }
        }
        throw new AssertionError("no peak near " + hertz);
    }

    /** The share of the one's peaks that the other has, a frame and half a bin allowed. */
    private static double shared(Constellation one, Constellation other) {
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
