package org.hathor.audio.fingerprint;

/**
 * A signal brought to the fingerprint's own low sample rate.
 *
 * <p>Band-limited interpolation by a Kaiser-windowed sinc, one set of taps for each phase of the rational rate ratio
 * (J. O. Smith, "Digital audio resampling", the polyphase form). What lies above the lower of the two Nyquist
 * frequencies is removed.
 */
final class BandSignal {
    /** Samples a second of every fingerprinted signal. */
    static final int SAMPLE_RATE = 11_025;

    /** Zero crossings of the sinc on each side: aliases stay some 60 dB down, ample for peaks. */
    private static final int ZERO_CROSSINGS = 8;

    private static final double KAISER_BETA = 7;

    /** The pass band's edge, as a share of the lower Nyquist frequency. */
    private static final double ROLLOFF = 0.92;

    private BandSignal() {}

    /** The signal at {@link #SAMPLE_RATE}; the array itself, not a copy, where it already has that rate. */
    static float[] of(float[] samples, int sampleRate) {
        if (sampleRate == SAMPLE_RATE) {
            return samples;
        }
        int divisor = greatestCommonDivisor(sampleRate, SAMPLE_RATE);
        int up = SAMPLE_RATE / divisor;
        int down = sampleRate / divisor;
        float[][] phases = phases(up, down);
        int half = phases[0].length / 2;
        float[] resampled = new float[(int) ((long) samples.length * up / down)];
        for (int i = 0; i < resampled.length; i++) {
            long position = (long) i * down;
            int centre = (int) (position / up);
            resampled[i] = product(samples, centre - half + 1, phases[(int) (position % up)]);
        }
        return resampled;
    }

    private static float product(float[] samples, int start, float[] taps) {
        float sum = 0;
        int from = Math.max(0, -start);
        int to = Math.min(taps.length, samples.length - start);
        for (int k = from; k < to; k++) {
            sum += taps[k] * samples[start + k];
        }
        return sum;
    }

    /** The taps of each phase: where an output sample lies between two input samples. */
    private static float[][] phases(int up, int down) {
        double cutoff = ROLLOFF * Math.min(1, (double) up / down);
        int half = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        float[][] phases = new float[up][2 * half];
        for (int phase = 0; phase < up; phase++) {
            for (int k = 0; k < 2 * half; k++) {
                double distance = k - half + 1 - (double) phase / up;
                phases[phase][k] = (float) (cutoff * sinc(cutoff * distance) * kaiser(distance / half));
            }
        }
        return phases;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    /** The modified Bessel function of the first kind and order zero, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
