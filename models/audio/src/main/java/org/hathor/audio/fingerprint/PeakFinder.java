package org.hathor.audio.fingerprint;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * The peaks of a spectrogram: cells louder than every other within a rectangle around them.
 *
 * <p>Because each cell is compared with its surroundings only, neither level nor a slow tilt of the spectrum changes the
 * result, and peaks are spread evenly over time and frequency.
 */
final class PeakFinder {
    /** Samples of a window; 93 ms. */
    static final int N_FFT = 1024;

    /** Samples from one frame to the next; 23 ms. */
    static final int HOP_LENGTH = 256;

    /** Bins of the spectrum that are looked at, from 0 Hz up; 10.8 Hz each. */
    static final int BINS = N_FFT / 2;

    /** Below, hum and rumble; 108 Hz. */
    private static final int BIN_MIN = 10;

    /** Above, lossy coders and the resampler's edge; 4.9 kHz. */
    private static final int BIN_MAX = 455;

    /** What is this far (80 dB) below the recording's loudest cell is taken for silence. */
    private static final float SILENCE = (float) (Math.log(10) * 8);

    /** Below this power a cell is rounding error at any level that was meant to be heard. */
    private static final float POWER_MIN = 1e-20f;

    private final int frameRadius;
    private final int binRadius;
    private final float[] window = new float[N_FFT];
    private final FloatFFT_1D transform = new FloatFFT_1D(N_FFT);

    /**
     * A finder.
     *
     * @param frameRadius frames on each side that a peak outshines
     * @param binRadius bins on each side that a peak outshines
     */
    PeakFinder(int frameRadius, int binRadius) {
        this.frameRadius = frameRadius;
        this.binRadius = binRadius;
        for (int i = 0; i < N_FFT; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / N_FFT));
        }
    }

    /** The constellation of a signal at {@link BandSignal#SAMPLE_RATE}; without peaks when shorter than a window. */
    Fingerprint peaks(float[] samples) {
        float[][] spectrogram = logPower(samples);
        float loudest = Float.NEGATIVE_INFINITY;
        for (float[] frame : spectrogram) {
            for (int bin = BIN_MIN; bin <= BIN_MAX; bin++) {
                loudest = Math.max(loudest, frame[bin]);
            }
        }
        float floor = Math.max(loudest - SILENCE, (float) Math.log(POWER_MIN) + 1);
        Constellation found = new Constellation();
        for (int t = 0; t < spectrogram.length; t++) {
            for (int bin = BIN_MIN; bin <= BIN_MAX; bin++) {
                if (spectrogram[t][bin] > floor && outshines(spectrogram, t, bin)) {
                    found.add(t, interpolated(spectrogram[t], bin));
                }
            }
        }
        return found.fingerprint(samples.length / HOP_LENGTH);
    }

    private float[][] logPower(float[] samples) {
        int frames = samples.length < N_FFT ? 0 : 1 + (samples.length - N_FFT) / HOP_LENGTH;
        float[][] spectrogram = new float[frames][BINS];
        float[] buffer = new float[N_FFT];
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < N_FFT; i++) {
                buffer[i] = samples[t * HOP_LENGTH + i] * window[i];
            }
            transform.realForward(buffer);
            for (int bin = 1; bin < BINS; bin++) {
                float re = buffer[2 * bin];
                float im = buffer[2 * bin + 1];
                spectrogram[t][bin] = (float) Math.log(re * re + im * im + POWER_MIN);
            }
        }
        return spectrogram;
    }

    /** Whether a cell is louder than its surroundings; of equals, the first in time and then in frequency is. */
    private boolean outshines(float[][] spectrogram, int t, int bin) {
        float value = spectrogram[t][bin];
        if (spectrogram[t][bin - 1] >= value || spectrogram[t][bin + 1] > value) {
            return false;
        }
        int from = Math.max(0, t - frameRadius);
        int to = Math.min(spectrogram.length - 1, t + frameRadius);
        int low = Math.max(BIN_MIN, bin - binRadius);
        int high = Math.min(BIN_MAX, bin + binRadius);
        for (int frame = from; frame <= to; frame++) {
            float[] row = spectrogram[frame];
            for (int k = low; k <= high; k++) {
                boolean earlier = frame < t || frame == t && k < bin;
                if (row[k] > value || earlier && row[k] == value) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The frequency of a peak in steps, from the parabola through its logarithm and its neighbours'. */
    private static short interpolated(float[] frame, int bin) {
        float left = frame[bin - 1];
        float right = frame[bin + 1];
        float curvature = left - 2 * frame[bin] + right;
        float shift = curvature < 0 ? 0.5f * (left - right) / curvature : 0;
        return (short) Math.round((bin + Math.max(-0.5f, Math.min(0.5f, shift))) * Fingerprint.STEPS_PER_BIN);
    }

    /** Peaks as they are found. */
    private static final class Constellation {
        private int[] frames = new int[1024];
        private short[] frequencies = new short[1024];
        private int count;

        void add(int frame, short frequency) {
            if (count == frames.length) {
                frames = Arrays.copyOf(frames, 2 * count);
                frequencies = Arrays.copyOf(frequencies, 2 * count);
            }
            frames[count] = frame;
            frequencies[count++] = frequency;
        }

        Fingerprint fingerprint(int length) {
            return new Fingerprint(Arrays.copyOf(frames, count), Arrays.copyOf(frequencies, count), length);
        }
    }
}
