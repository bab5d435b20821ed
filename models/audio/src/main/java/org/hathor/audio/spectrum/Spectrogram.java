package org.hathor.audio.spectrum;

/**
 * The power |X|² of a short-time Fourier transform: {@code frames} × {@code bins}, in squared units of the signal.
 *
 * <p>Immutable; made by {@link Stft#power}.
 */
public final class Spectrogram {
    private final StftSettings settings;
    private final int sampleRate;
    private final float[][] power;

    Spectrogram(StftSettings settings, int sampleRate, float[][] power) {
        this.settings = settings;
        this.sampleRate = sampleRate;
        this.power = power;
    }

    /** How it was made. */
    public StftSettings settings() {
        return settings;
    }

    /** Samples a second of the signal. */
    public int sampleRate() {
        return sampleRate;
    }

    /** How many frames. */
    public int frames() {
        return power.length;
    }

    /** How many bins in a frame. */
    public int bins() {
        return settings.bins();
    }

    /** Frames a second. */
    public double frameRate() {
        return (double) sampleRate / settings.hopLength();
    }

    /** The frequency of a bin's middle, in hertz. */
    public double frequency(int bin) {
        return settings.frequency(bin, sampleRate);
    }

    /** Copies the powers of one frame into an array of at least {@link #bins()}. */
    public void copyFrame(int frame, float[] into) {
        System.arraycopy(power[frame], 0, into, 0, bins());
    }

    /** A copy: {@code float[frames][bins]}. */
    public float[][] toArray() {
        float[][] copy = new float[frames()][bins()];
        for (int t = 0; t < copy.length; t++) {
            copyFrame(t, copy[t]);
        }
        return copy;
    }
}
