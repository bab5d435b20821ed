package org.hathor.audio.spectrum;

import java.util.Objects;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The short-time Fourier transform: the spectrum of each windowed frame of a signal.
 *
 * <p>X[t, k] = Σₙ w[n] · y[start(t) + n] · e^(−2πikn / nFft), without normalisation, as librosa's {@code stft}.
 * Immutable and safe to share. Source: J. B. Allen, "Short term spectral analysis, synthesis, and modification by
 * discrete Fourier transform", IEEE Trans. ASSP 25 (1977).
 */
public final class Stft {
    private final StftSettings settings;
    private final double[] window;

    /** A transform with those settings. */
    public Stft(StftSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.window = settings.paddedWindow();
    }

    /**
     * The power spectrogram.
     *
     * @param y the signal, mono; at least one sample, or one frame where frames are not centred
     * @param sampleRate in hertz
     * @throws IllegalArgumentException when the signal is empty, too short or not finite
     */
    public Spectrogram power(float[] y, int sampleRate) {
        SignalCheck.requireSignal(y, "y");
        SignalCheck.requireSampleRate(sampleRate);
        float[][] power = new float[settings.frames(y.length)][settings.bins()];
        double[] buffer = new double[settings.nFft()];
        DoubleFFT_1D fft = new DoubleFFT_1D(settings.nFft());
        for (int t = 0; t < power.length; t++) {
            transform(y, t, buffer, fft);
            int last = settings.nFft() / 2;
            power[t][0] = (float) (buffer[0] * buffer[0]);
            power[t][last] = (float) (buffer[1] * buffer[1]);
            for (int k = 1; k < last; k++) {
                double re = buffer[2 * k];
                double im = buffer[2 * k + 1];
                power[t][k] = (float) (re * re + im * im);
            }
        }
        return new Spectrogram(settings, sampleRate, power);
    }

    /**
     * The complex spectrogram.
     *
     * @param y the signal, mono; at least one sample, or one frame where frames are not centred
     * @return {@code frames} rows of {@code 2 · bins} numbers: real and imaginary part in turn
     * @throws IllegalArgumentException when the signal is empty, too short or not finite
     */
    public float[][] complex(float[] y) {
        SignalCheck.requireSignal(y, "y");
        float[][] spectrum = new float[settings.frames(y.length)][2 * settings.bins()];
        double[] buffer = new double[settings.nFft()];
        DoubleFFT_1D fft = new DoubleFFT_1D(settings.nFft());
        for (int t = 0; t < spectrum.length; t++) {
            transform(y, t, buffer, fft);
            for (int i = 0; i < settings.nFft(); i++) {
                spectrum[t][i] = (float) buffer[i];
            }
            // The library packs the Nyquist bin, real like the first, into the first one's imaginary part.
            spectrum[t][1] = 0;
            spectrum[t][settings.nFft()] = (float) buffer[1];
        }
        return spectrum;
    }

    private void transform(float[] y, int frame, double[] buffer, DoubleFFT_1D fft) {
        int start = settings.start(frame);
        if (start >= 0 && start + buffer.length <= y.length) {
            for (int n = 0; n < buffer.length; n++) {
                buffer[n] = y[start + n] * window[n];
            }
        } else {
            for (int n = 0; n < buffer.length; n++) {
                buffer[n] = settings.padMode().sample(y, start + n) * window[n];
            }
        }
        fft.realForward(buffer);
    }
}
