package org.hathor.audio.spectrum;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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

    /** Working memory of the last call, for the next one; threads that come at the same time get their own. */
    private final AtomicReference<PowerFrames> idle = new AtomicReference<>();

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
        SignalCheck.requireSamples(y, "y");
        SignalCheck.requireSampleRate(sampleRate);
        Spectrogram spectrogram = new Spectrogram(settings, sampleRate, settings.frames(y.length));
        run(y, List.of(spectrogram::fill));
        return spectrogram;
    }

    /** Hands the power of all frames of a checked signal to the consumers. */
    void run(float[] y, List<PowerConsumer> consumers) {
        int frames = settings.frames(y.length);
        PowerFrames taken = idle.getAndSet(null);
        PowerFrames working = taken != null && taken.suits(frames) ? taken : new PowerFrames(settings, frames);
        working.run(y, consumers);
        idle.set(working);
    }

    /** Its settings. */
    public StftSettings settings() {
        return settings;
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
