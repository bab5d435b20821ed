package org.hathor.audio.loudness;

/**
 * Peak of one channel's waveform between its samples: the signal at four times its rate, twice from 96 kHz on, by a
 * windowed sinc (ITU-R BS.1770-4, annex 2).
 *
 * <p>An interpolated value cannot exceed the largest sample near it by more than the sum of the filter's absolute
 * weights. Where that bound lies below the peak found so far nothing is interpolated: the result is the same, and most
 * of a recording costs a comparison a sample.
 */
final class TruePeak {
    private static final int HALF_TAPS = 12;
    private static final int TAPS = 2 * HALF_TAPS;
    private static final int BLOCK = 64;
    private static final double KAISER_BETA = 6;

    private final float[][] phases;
    private final float gainMax;
    /** The last samples seen, which the next block's interpolation reaches back to, and room for a block. */
    private final float[] window = new float[TAPS - 1 + BLOCK];

    private int filled = TAPS - 1;
    private float samplePeak;
    private float truePeak;

    TruePeak(int sampleRate) {
        this.phases = phases(sampleRate < 96_000 ? 4 : sampleRate < 192_000 ? 2 : 1);
        float most = 1;
        for (float[] phase : phases) {
            float sum = 0;
            for (float weight : phase) {
                sum += Math.abs(weight);
            }
            most = Math.max(most, sum);
        }
        this.gainMax = most;
    }

    void add(float[] samples, int from, int to) {
        for (int i = from; i < to; ) {
            int n = Math.min(to - i, window.length - filled);
            System.arraycopy(samples, i, window, filled, n);
            filled += n;
            i += n;
            if (filled == window.length) {
                interpolate();
            }
        }
    }

    /** Largest absolute sample so far. */
    double samplePeak() {
        float peak = samplePeak;
        for (int i = TAPS - 1; i < filled; i++) {
            peak = Math.max(peak, Math.abs(window[i]));
        }
        return peak;
    }

    /** Largest absolute value of the interpolated waveform; the recording is taken to end here in silence. */
    double truePeak() {
        add(new float[TAPS + BLOCK], 0, TAPS + BLOCK - 1);
        return Math.max(truePeak, samplePeak());
    }

    private void interpolate() {
        float largest = largest();
        samplePeak = Math.max(samplePeak, largest);
        float peak = Math.max(truePeak, samplePeak);
        if (largest * gainMax > peak) {
            for (float[] phase : phases) {
                for (int i = 0; i < BLOCK; i++) {
                    float sum = 0;
                    for (int k = 0; k < TAPS; k++) {
                        sum += phase[k] * window[i + k];
                    }
                    peak = Math.max(peak, Math.abs(sum));
                }
            }
        }
        truePeak = peak;
        System.arraycopy(window, BLOCK, window, 0, TAPS - 1);
        filled = TAPS - 1;
    }

    /**
     * Largest absolute value in the window; the bits of floats without a sign are ordered as they are, and compare
     * faster.
     */
    private float largest() {
        int bits = 0;
        for (int i = 0; i < window.length; i++) {
            bits = Math.max(bits, Float.floatToRawIntBits(window[i]) & Integer.MAX_VALUE);
        }
        return Float.intBitsToFloat(bits);
    }

    /** Weights for each point between two samples; the samples themselves need none. */
    private static float[][] phases(int factor) {
        float[][] phases = new float[factor - 1][TAPS];
        for (int p = 1; p < factor; p++) {
            double sum = 0;
            double[] weights = new double[TAPS];
            for (int k = 0; k < TAPS; k++) {
                double t = k - (HALF_TAPS - 1) - (double) p / factor;
                double edge = t / HALF_TAPS;
                weights[k] = Math.sin(Math.PI * t)
                        / (Math.PI * t)
                        * bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - edge * edge)))
                        / bessel(KAISER_BETA);
                sum += weights[k];
            }
            for (int k = 0; k < TAPS; k++) {
                phases[p - 1][k] = (float) (weights[k] / sum);
            }
        }
        return phases;
    }

    /** Modified Bessel function of the first kind and order zero, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-16; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
