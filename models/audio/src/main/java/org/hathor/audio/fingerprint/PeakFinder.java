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
    static final int N_FFT = Integer.getInteger("nfft",1024);

    /** Samples from one frame to the next; 23 ms. */
    static final int HOP_LENGTH = 256;

    /** Bins of the spectrum that are looked at, from 0 Hz up; 10.8 Hz each. */
    static final int BINS = N_FFT / 2;

    /** Below, hum and rumble; 108 Hz. */
    private static final int BIN_MIN = 10*N_FFT/1024;

    /** Above, lossy coders and the resampler's edge; 4.9 kHz. */
    private static final int BIN_MAX = 455*N_FFT/1024;

    /** What is this far (80 dB) below the recording's loudest cell is taken for silence. */
    private static final float SILENCE = (float) (Math.log(10) * 8);

    /** Below this power a cell is rounding error at any level that was meant to be heard. */
    private static final float POWER_MIN = 1e-20f;

    private final int frameRadius;
    private final int binRadius;
    private final int keep;
    static final float TILT = Float.parseFloat(System.getProperty("tilt", "0.5"));
    static final int W = Integer.getInteger("win", 22);
    private final float[] window = new float[N_FFT];
    private final FloatFFT_1D transform = new FloatFFT_1D(N_FFT);

    /**
     * A finder.
     *
     * @param frameRadius frames on each side that a peak outshines
     * @param binRadius bins on each side that a peak outshines
     */
    PeakFinder(int frameRadius, int binRadius, int keep) {
        this.keep = keep;
        this.frameRadius = frameRadius;
        this.binRadius = binRadius;
        for (int i = 0; i < N_FFT; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / N_FFT));
        }
    }

    /** The constellation of a signal at {@link BandSignal#SAMPLE_RATE}; without peaks when shorter than a window. */
    Fingerprint peaks(float[] samples) {
        float[][] power = power(samples);
        float[][] rise = rise(power);
        Constellation found = new Constellation();
        for (int t = 0; t < rise.length; t++) {
            for (int bin = BIN_MIN; bin <= BIN_MAX; bin++) {
                if (rise[t][bin] > RISE_MIN && outshines(rise, t, bin)) {
                    found.add(t, interpolated(power[t], bin), rise[t][bin] + TILT * (float) Math.log(bin));
                }
            }
        }
        return found.strongest(keep).fingerprint(samples.length / HOP_LENGTH);
    }

    static final float FL = Float.parseFloat(System.getProperty("fl", "0.1"));
    static final float HP = Float.parseFloat(System.getProperty("hp", "0.95"));
    static final float RISE_MIN = Float.parseFloat(System.getProperty("rm", "0.5"));

    private static float[][] rise(float[][] power) {
        int n = power.length;
        double[] sums = new double[n + 1];
        for (int t = 0; t < n; t++) {
            double sum = 0;
            for (int bin = BIN_MIN; bin <= BIN_MAX; bin++) {
                sum += power[t][bin];
            }
            sums[t + 1] = sums[t] + sum / (BIN_MAX - BIN_MIN + 1);
        }
        float[][] rise = new float[n][BINS];
        float[] before = new float[BINS];
        for (int t = 0; t < n; t++) {
            int from = Math.max(0, t - 43);
            int to = Math.min(n, t + 44);
            float floor = (float) (FL * (sums[to] - sums[from]) / (to - from)) + POWER_MIN;
            for (int bin = BIN_MIN - 1; bin <= BIN_MAX + 1; bin++) {
                float level = (float) Math.log((power[t][bin] + floor) / floor);
                rise[t][bin] = t == 0 ? level : level - before[bin] + HP * rise[t - 1][bin];
                before[bin] = level;
            }
        }
        return rise;
    }

    private float[][] power(float[] samples) {
        int frames = samples.length < N_FFT ? 0 : 1 + (samples.length - N_FFT) / HOP_LENGTH;
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
        float left = (float) Math.log(frame[bin - 1] + POWER_MIN);
        float right = (float) Math.log(frame[bin + 1] + POWER_MIN);
        float curvature = left - 2 * (float) Math.log(frame[bin] + POWER_MIN) + right;
        float shift = curvature < 0 ? 0.5f * (left - right) / curvature : 0;
        return (short) Math.round((bin + Math.max(-0.5f, Math.min(0.5f, shift))) * Fingerprint.STEPS_PER_BIN);
    }

    /** Peaks as they are found. */
    private static final class Constellation {
        private int[] frames = new int[1024];
        private short[] frequencies = new short[1024];
        private float[] levels = new float[1024];
        private int count;

        Constellation strongest(int keep) {
            Constellation kept = new Constellation();
            int from = 0;
            int to = 0;
            for (int i = 0; i < count; i++) {
                while (frames[from] < frames[i] - W) {
                    from++;
                }
                while (to < count && frames[to] <= frames[i] + W) {
                    to++;
                }
                int stronger = 0;
                for (int j = from; j < to; j++) {
                    if (levels[j] > levels[i]) {
                        stronger++;
                    }
                }
                if (stronger < keep) {
                    kept.add(frames[i], frequencies[i], levels[i]);
                }
            }
            return kept;
        }

        void add(int frame, short frequency, float level) {
            if (count == frames.length) {
                frames = Arrays.copyOf(frames, 2 * count);
                frequencies = Arrays.copyOf(frequencies, 2 * count);
                levels = Arrays.copyOf(levels, 2 * count);
            }
            frames[count] = frame;
            levels[count] = level;
            frequencies[count++] = frequency;
        }

        Fingerprint fingerprint(int length) {
            return new Fingerprint(Arrays.copyOf(frames, count), Arrays.copyOf(frequencies, count), length);
        }
    }
}
