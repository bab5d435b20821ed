package org.hathor.audio.feature;

import java.math.BigInteger;

/**
 * Brings a signal to another sample rate by band-limited interpolation: J. O. Smith, "Digital Audio Resampling", CCRMA,
 * with a sinc of {@value #ZERO_CROSSINGS} zero crossings a side under a Kaiser window (beta 9: the stop band lies 90 dB
 * down), cut off at 0.93 of the lower Nyquist frequency.
 */
final class Resampler {
    private static final int ZERO_CROSSINGS = 16;
    private static final double BETA = 9;
    private static final double CUTOFF = 0.93;

    /** Where the ratio of the rates has more phases than this, the nearest of so many is taken. */
    private static final int PHASES_MAX = 2048;

    private final int from;
    private final int to;
    private final int halfWidth;
    private final float[][] phases;

    /**
     * @param from samples a second of what comes in
     * @param to samples a second of what goes out
     */
    Resampler(int from, int to) {
        this.from = from;
        this.to = to;
        double cutoff = CUTOFF * Math.min(1, (double) to / from);
        this.halfWidth = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        int exact = to / BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValueExact();
        this.phases = new float[Math.min(PHASES_MAX, exact)][2 * halfWidth];
        for (int p = 0; p < phases.length; p++) {
            fill(phases[p], (double) p / phases.length, cutoff);
        }
    }

    /**
     * The signal at the other rate: {@code ceil(length · to / from)} samples, or the same array where the rates agree.
     */
    float[] apply(float[] y) {
        if (from == to) {
            return y;
        }
        float[] out = new float[(int) (((long) y.length * to + from - 1) / from)];
        for (int n = 0; n < out.length; n++) {
            long scaled = (long) n * from;
            int at = (int) (scaled / to);
            int phase = (int) (scaled % to * phases.length / to);
            out[n] = dot(phases[phase], y, at - halfWidth + 1);
        }
        return out;
    }

    private static float dot(float[] kernel, float[] y, int start) {
        if (start < 0 || start + kernel.length > y.length) {
            float sum = 0;
            for (int i = Math.max(0, -start); i < kernel.length && start + i < y.length; i++) {
                sum += kernel[i] * y[start + i];
            }
            return sum;
        }
        // four sums, so that no addition waits for the one before
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < kernel.length; i += 4) {
            a += kernel[i] * y[start + i];
            b += kernel[i + 1] * y[start + i + 1];
            c += kernel[i + 2] * y[start + i + 2];
            d += kernel[i + 3] * y[start + i + 3];
        }
        for (; i < kernel.length; i++) {
            a += kernel[i] * y[start + i];
        }
        return a + b + c + d;
    }

    /** Weights of the samples around an instant that lies so far after one of them; their sum is 1. */
    private void fill(float[] kernel, double fraction, double cutoff) {
        double sum = 0;
        double[] weights = new double[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            double t = i - halfWidth + 1 - fraction;
            double x = t / halfWidth;
            double window = Math.abs(x) >= 1 ? 0 : besselI0(BETA * Math.sqrt(1 - x * x)) / besselI0(BETA);
            double phase = Math.PI * cutoff * t;
            weights[i] = window * (phase == 0 ? 1 : Math.sin(phase) / phase);
            sum += weights[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
    }

    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
