package org.hathor.audio.fingerprint;

import org.jtransforms.fft.FloatFFT_1D;

/** Power in time and frequency: what both peaks and textures are read from. Not for two threads. */
final class Spectrogram {
    /** Samples of a window; 186 ms. */
    static final int N_FFT = 2048;

    /** Samples from one frame to the next; 23 ms. */
    static final int HOP_LENGTH = 256;

    /** Bins of the spectrum; 5.4 Hz each. */
    static final int BINS = N_FFT / 2;

    private final float[] window = new float[N_FFT];
    private final FloatFFT_1D transform = new FloatFFT_1D(N_FFT);

    Spectrogram() {
        for (int i = 0; i < N_FFT; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / N_FFT));
        }
    }

    /** Frames of the spectrogram of a signal of so many whole hops: a frame is there once all of its window is. */
    static int frames(int hops) {
        return Math.max(0, hops - N_FFT / HOP_LENGTH + 1);
    }

    /**
     * The power of a signal at {@link BandSignal#SAMPLE_RATE}: {@code [frames][BINS]}, without frames when the signal
     * is shorter than a window. The offset at 0 Hz is left out.
     */
    float[][] power(float[] samples) {
        int frames = frames(samples.length / HOP_LENGTH);
        float[][] power = new float[frames][BINS];
        float[] buffer = new float[N_FFT];
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < N_FFT; i++) {
                buffer[i] = samples[t * HOP_LENGTH + i] * window[i];
            }
            transform.realForward(buffer);
            for (int bin = 1; bin < BINS; bin++) {
                float re = buffer[2 * bin];
                float im = buffer[2 * bin + 1];
                power[t][bin] = re * re + im * im;
            }
        }
        return power;
    }
}
