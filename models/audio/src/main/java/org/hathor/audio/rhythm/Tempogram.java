package org.hathor.audio.rhythm;

import java.util.Objects;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * Local autocorrelation of an onset strength envelope: which intervals it repeats at, moment by moment (Grosche, Müller
 * and Kurth, "Cyclic tempogram", ICASSP 2010). Numbers agree with {@code librosa.feature.tempogram} and its defaults:
 * Hann window, centred frames padded by a ramp to zero, each frame divided by its largest value.
 */
public final class Tempogram {
    /** librosa's default {@code win_length}: about 8.9 s at 22,050 Hz with hops of 512. */
    public static final int WIN_LENGTH = 384;

    private final int winLength;
    private final float[] window;
    private final FloatFFT_1D fft;

    /** With librosa's window of {@value #WIN_LENGTH} frames. */
    public Tempogram() {
        this(WIN_LENGTH);
    }

    /** @param winLength frames of the envelope that each local autocorrelation sees, at least 1 */
    public Tempogram(int winLength) {
        if (winLength < 1) {
            throw new IllegalArgumentException("winLength must be positive, not " + winLength);
        }
        this.winLength = winLength;
        window = new float[winLength];
        for (int i = 0; i < winLength; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / winLength));
        }
        fft = new FloatFFT_1D(2L * winLength);
    }

    /**
     * @param onsetStrength an onset strength envelope, one value a frame
     * @return {@code float[frames][winLength]}: value {@code [t][lag]} in [-1, 1] (up to rounding), lag in frames; all
     *     0 where the envelope is
     */
    public float[][] of(float[] onsetStrength) {
        Objects.requireNonNull(onsetStrength, "onsetStrength is null");
        float[] padded = ramped(onsetStrength);
        float[][] tempogram = new float[onsetStrength.length][];
        float[] spectrum = new float[2 * winLength];
        for (int t = 0; t < tempogram.length; t++) {
            for (int i = 0; i < winLength; i++) {
                spectrum[i] = padded[t + i] * window[i];
                spectrum[winLength + i] = 0;
            }
            tempogram[t] = autocorrelation(spectrum);
        }
        return tempogram;
    }

    private float[] ramped(float[] envelope) {
        int pad = winLength / 2;
        float[] padded = new float[envelope.length + 2 * pad];
        System.arraycopy(envelope, 0, padded, pad, envelope.length);
        if (envelope.length == 0) {
            return padded;
        }
        float first = envelope[0];
        float last = envelope[envelope.length - 1];
        for (int i = 0; i < pad; i++) {
            padded[i] = first * i / pad;
            padded[padded.length - 1 - i] = last * i / pad;
        }
        return padded;
    }

    /** By the power spectrum (Wiener and Khinchin); the frame's own length in zeros keeps it from wrapping round. */
    private float[] autocorrelation(float[] frame) {
        fft.realForward(frame);
        frame[0] *= frame[0];
        frame[1] *= frame[1];
        for (int k = 2; k < frame.length; k += 2) {
            frame[k] = frame[k] * frame[k] + frame[k + 1] * frame[k + 1];
            frame[k + 1] = 0;
        }
        fft.realInverse(frame, true);
        float largest = 0;
        for (int lag = 0; lag < winLength; lag++) {
            largest = Math.max(largest, Math.abs(frame[lag]));
        }
        float scale = largest < Float.MIN_NORMAL ? 1 : 1 / largest;
        float[] normalised = new float[winLength];
        for (int lag = 0; lag < winLength; lag++) {
            normalised[lag] = frame[lag] * scale;
        }
        return normalised;
    }
}
