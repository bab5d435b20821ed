package org.hathor.audio.tonality;

import java.util.Objects;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * How strongly each of the twelve pitch classes sounds, ten times a second, once among the bass notes and once above
 * them.
 *
 * <p>Harmonic pitch class profile of Gómez, "Tonal description of polyphonic audio for music content processing",
 * INFORMS Journal on Computing 18(3), 2006: only peaks of the spectrum count, at their interpolated frequency, so that
 * drums, which are broad, and leakage count little; the tuning is found first, from how far the peaks stand off equal
 * temperament. A peak must go on from frame to frame to count in full, which leaves percussion out and keeps what is
 * held (the idea of Fitzgerald, "Harmonic/percussive separation using median filtering", DAFx 2010).
 *
 * @param bass {@code float[frames][12]}, C = 0, at least 0, no unit; below {@value #BASS_HZ} Hz
 * @param treble the same from {@value #BASS_HZ} Hz on
 * @param framesPerSecond frames a second, close to 10; frame {@code t} is centred on {@code t / framesPerSecond} s
 * @param tuningCents how far the recording stands above A4 = 440 Hz, cents in [-50, 50)
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers are handed on, never compared.
public record PitchClasses(float[][] bass, float[][] treble, double framesPerSecond, double tuningCents) {
    static final int CLASSES = 12;
    /** Where the bass ends, Hz: about G3. */
    static final int BASS_HZ = 200;

    private static final double WINDOW_SECONDS = 0.372;
    private static final double HOP_SECONDS = 0.1;
    private static final double LOWEST_HZ = 38;
    private static final double HIGHEST_HZ = 2500;
    /** A peak weaker than this share of the recording's strongest is not heard: 60 dB. */
    private static final float FAINTEST = 1e-3f;

    private static final float SILENCE = 1e-7f;

    public PitchClasses {
        Objects.requireNonNull(bass, "bass is null");
        Objects.requireNonNull(treble, "treble is null");
    }

    /**
     * @param samples in [-1, 1]
     * @param sampleRate in hertz, at least 8,000
     * @throws IllegalArgumentException when a sample is not finite
     */
    public static PitchClasses of(float[] samples, int sampleRate) {
        Objects.requireNonNull(samples, "samples is null");
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new IllegalArgumentException("sample " + i + " is " + samples[i]);
            }
        }
        SpectralPeaks[] peaks = peaks(samples, sampleRate);
        double tuning = tuning(peaks);
        float strongest = 0;
        for (SpectralPeaks frame : peaks) {
            strongest = Math.max(strongest, frame.strongest());
        }
        float[][] bass = new float[peaks.length][CLASSES];
        float[][] treble = new float[peaks.length][CLASSES];
        for (int t = 0; t < peaks.length && strongest > SILENCE; t++) {
            SpectralPeaks before = t > 0 ? peaks[t - 1] : null;
            SpectralPeaks after = t + 1 < peaks.length ? peaks[t + 1] : null;
            deposit(peaks[t], before, after, tuning, strongest * FAINTEST, bass[t], treble[t]);
        }
        return new PitchClasses(bass, treble, sampleRate / (double) hop(sampleRate), 100 * tuning);
    }

    /** Frames of the recording. */
    public int frames() {
        return treble.length;
    }

    private static int hop(int sampleRate) {
        return Math.max(1, (int) Math.round(sampleRate * HOP_SECONDS));
    }

    private static SpectralPeaks[] peaks(float[] samples, int sampleRate) {
        int hop = hop(sampleRate);
        int window = Math.max(256, Integer.highestOneBit((int) Math.round(sampleRate * WINDOW_SECONDS * Math.sqrt(2))));
        float[] shape = new float[window];
        for (int i = 0; i < window; i++) {
            shape[i] = (float) ((0.5 - 0.5 * Math.cos(2 * Math.PI * i / window)) * 2 / window);
        }
        FloatFFT_1D fft = new FloatFFT_1D(window);
        float[] frame = new float[window];
        SpectralPeaks[] peaks = new SpectralPeaks[samples.length == 0 ? 0 : 1 + samples.length / hop];
        double top = Math.min(HIGHEST_HZ, sampleRate / 2.0 - 2.0 * sampleRate / window);
        for (int t = 0; t < peaks.length; t++) {
            int start = t * hop - window / 2;
            for (int i = 0; i < window; i++) {
                int at = start + i;
                frame[i] = at < 0 || at >= samples.length ? 0 : samples[at] * shape[i];
            }
            fft.realForward(frame);
            peaks[t] = SpectralPeaks.of(frame, sampleRate, LOWEST_HZ, top);
        }
        return peaks;
    }

    /** The circular mean of what is left of each peak's pitch beyond whole semitones, in semitones of [-0.5, 0.5). */
    private static double tuning(SpectralPeaks[] peaks) {
        double cos = 0;
        double sin = 0;
        for (SpectralPeaks frame : peaks) {
            for (int i = 0; i < frame.count(); i++) {
                double weight = Math.sqrt(frame.magnitude(i));
                double angle = 2 * Math.PI * frame.pitch(i);
                cos += weight * Math.cos(angle);
                sin += weight * Math.sin(angle);
            }
        }
        double tuning = Math.atan2(sin, cos) / (2 * Math.PI);
        return tuning >= 0.5 ? tuning - 1 : tuning;
    }

    private static void deposit(
            SpectralPeaks now,
            SpectralPeaks before,
            SpectralPeaks after,
            double tuning,
            float faintest,
            float[] bass,
            float[] treble) {
        double split = SpectralPeaks.pitchOf(BASS_HZ);
        for (int i = 0; i < now.count(); i++) {
            double pitch = now.pitch(i);
            float magnitude = Math.max(
                    before == null ? 0 : Math.min(now.magnitude(i), before.near(pitch)),
                    after == null ? 0 : Math.min(now.magnitude(i), after.near(pitch)));
            if (magnitude <= faintest) {
                continue;
            }
            double tuned = pitch - tuning;
            long nearest = Math.round(tuned);
            double off = Math.cos(Math.PI * (tuned - nearest));
            float[] into = pitch < split ? bass : treble;
            into[(int) Math.floorMod(nearest, CLASSES)] += (float) (off * off * Math.log(magnitude / faintest));
        }
    }
}
