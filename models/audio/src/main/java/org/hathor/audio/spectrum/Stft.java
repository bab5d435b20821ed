package org.hathor.audio.spectrum;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The short-time Fourier transform: the spectrum of each windowed frame of a signal.
 *
 * <p>X[t, k] = Σₙ w[n] · y[start(t) + n] · e^(−2πikn / nFft), without normalisation, as librosa's {@code stft}.
 * Immutable and safe to share. Source: J. B. Allen, "Short term spectral analysis, synthesis, and modification by
 * discrete Fourier transform", IEEE Trans. ASSP 25 (1977).
 */
public final class Stft {
    private final StftSettings settings;

    /** Working memory of the last call, for the next one; threads that come at the same time get their own. */
    private final AtomicReference<PowerFrames> idle = new AtomicReference<>();

    /** A transform with those settings. */
    public Stft(StftSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * The power spectrogram. A magnitude is right to within a millionth of its frame's largest: it is computed in
     * single precision where the Java runtime offers vector instructions ({@code --add-modules=jdk.incubator.vector}).
     * Where quieter bins count, {@link #exactly} has them.
     *
     * @param y the signal, mono; at least one sample, or one frame where frames are not centred
     * @param sampleRate in hertz
     * @throws IllegalArgumentException when the signal is empty, too short or not finite
     */
    public Spectrogram power(float[] y, int sampleRate) {
        SignalCheck.requireSamples(y, "y");
        SignalCheck.requireSampleRate(sampleRate);
        return power(y, sampleRate, List.of());
    }

    /**
     * The power of every frame in double precision, in several times the time, computed anew whenever it is read.
     *
     * @param y the signal, mono, not to be changed; at least one sample, or one frame where frames are not centred
     * @param sampleRate in hertz
     * @throws IllegalArgumentException when the signal is empty, too short or not finite
     */
    public FrameSource exactly(float[] y, int sampleRate) {
        SignalCheck.requireSignal(y, "y");
        SignalCheck.requireSampleRate(sampleRate);
        return new ExactFrames(settings, sampleRate, y);
    }

    /** The power spectrogram of a checked signal, handed to the consumers while it is made. */
    Spectrogram power(float[] y, int sampleRate, List<PowerConsumer> consumers) {
        int frames = settings.frames(y.length);
        Spectrogram spectrogram = new Spectrogram(settings, sampleRate, frames);
        FrameBlocks power = spectrogram.power();
        if (LaneKernels.VECTORS && LaneFft.takes(settings.nFft())) {
            PowerFrames taken = idle.getAndSet(null);
            PowerFrames working = taken != null && taken.suits(frames) ? taken : new PowerFrames(settings, frames);
            working.run(y, power, consumers);
            idle.set(working);
        } else {
            exactly(y, sampleRate).forEachFrame(power::set);
            consumers.forEach(power::hand);
        }
        return spectrogram;
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
        new ExactFrames(settings, 1, y).forEachSpectrum((t, bins) -> {
            for (int i = 0; i < bins.length; i++) {
                spectrum[t][i] = (float) bins[i];
            }
            // The Nyquist bin, real like the first, is packed into the first one's imaginary part.
            spectrum[t][1] = 0;
            spectrum[t][settings.nFft()] = (float) bins[1];
        });
        return spectrum;
    }
}
