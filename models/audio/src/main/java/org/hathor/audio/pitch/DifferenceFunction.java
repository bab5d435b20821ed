package org.hathor.audio.pitch;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * The cumulative mean normalised difference of a frame (YIN, equation 8): how far the signal is from itself one lag
 * later, relative to the mean over all shorter lags. 0 is perfectly periodic, 1 is noise. Not for two threads.
 *
 * <p>The difference of a window with its copy {@code τ} later is e(0) + e(τ) − 2 r(τ). The correlations r of all lags
 * come from one transform of the window and what it is compared with, as real and imaginary part, and one back. Where
 * hops tile the window, it is the sum of segments of a hop each, and only the newest of them is transformed.
 */
final class DifferenceFunction {
    /** Energy of a window below which it is silent: the level librosa cuts at, about −90 dBFS for 1024 samples. */
    private static final double SILENCE = 1e-6;

    private final int winLength;
    private final int minPeriod;
    private final int maxPeriod;
    private final int segment;
    private final int size;
    private final FloatFFT_1D fft;
    private final float[] spectrum;
    /** The window's first sample is at 0, and after its last come those of the longest lag. */
    private final float[] frame;

    private final float[][] correlations;
    private final float[] normalised;
    private int begun = Integer.MIN_VALUE;

    DifferenceFunction(PitchSettings settings) {
        this.winLength = settings.winLength();
        this.minPeriod = settings.minPeriod();
        this.maxPeriod = settings.maxPeriod();
        this.segment = winLength % settings.hopLength() == 0 ? settings.hopLength() : winLength;
        this.size = Math.max(4, Integer.highestOneBit(segment + maxPeriod - 1) << 1);
        this.fft = new FloatFFT_1D(size);
        this.spectrum = new float[2 * size];
        this.frame = new float[winLength + maxPeriod];
        this.correlations = new float[winLength / segment][size];
        this.normalised = new float[maxPeriod - minPeriod + 1];
    }

    /**
     * @param signal whole signal, the same as in the last call or another
     * @param start where the frame begins in it; may lie outside, where there is silence. As in librosa the window
     *     begins one sample later
     * @return one value for each period from the shortest to the longest; overwritten by the next call
     */
    float[] of(float[] signal, int start) {
        load(signal, start + 1);
        correlate(start + 1);
        double first = 0;
        for (int i = 0; i < winLength; i++) {
            first += frame[i] * frame[i];
        }
        if (first < SILENCE) {
            Arrays.fill(normalised, 1);
            return normalised;
        }
        double shifted = first;
        double sum = 0;
        for (int lag = 1; lag <= maxPeriod; lag++) {
            double out = frame[lag - 1];
            double in = frame[lag - 1 + winLength];
            shifted += in * in - out * out;
            double correlation = 0;
            for (float[] part : correlations) {
                correlation += part[lag];
            }
            double difference = Math.max(0, first + shifted - 2 * correlation);
            sum += difference;
            if (lag >= minPeriod) {
                normalised[lag - minPeriod] = sum > 0 ? (float) (difference * lag / sum) : 1;
            }
        }
        return normalised;
    }

    /** Forgets what was kept from frame to frame: another signal follows. */
    void restart() {
        begun = Integer.MIN_VALUE;
    }

    private void load(float[] signal, int from) {
        int skipped = Math.min(frame.length, Math.max(0, -from));
        int end = Math.max(skipped, Math.min(frame.length, signal.length - from));
        Arrays.fill(frame, 0, skipped, 0);
        if (end > skipped) {
            System.arraycopy(signal, from + skipped, frame, skipped, end - skipped);
        }
        Arrays.fill(frame, end, frame.length, 0);
    }

    private void correlate(int from) {
        int kept = 0;
        if (from == begun + segment) {
            float[] oldest = correlations[0];
            System.arraycopy(correlations, 1, correlations, 0, correlations.length - 1);
            correlations[correlations.length - 1] = oldest;
            kept = correlations.length - 1;
        }
        for (int part = kept; part < correlations.length; part++) {
            correlate(part * segment, correlations[part]);
        }
        begun = from;
    }

    private void correlate(int offset, float[] correlation) {
        int compared = segment + maxPeriod;
        for (int i = 0; i < compared; i++) {
            float x = frame[offset + i];
            spectrum[2 * i] = x;
            spectrum[2 * i + 1] = i < segment ? x : 0;
        }
        Arrays.fill(spectrum, 2 * compared, 2 * size, 0);
        fft.complexForward(spectrum);
        // Of z = x + iy: X = (Z(k) + Z*(−k)) / 2 and Y = (Z(k) − Z*(−k)) / 2i; wanted is X Y*.
        correlation[0] = spectrum[0] * spectrum[1];
        correlation[1] = spectrum[size] * spectrum[size + 1];
        for (int k = 1; k < size / 2; k++) {
            float a = spectrum[2 * k];
            float b = spectrum[2 * k + 1];
            float c = spectrum[2 * (size - k)];
            float d = spectrum[2 * (size - k) + 1];
            float xr = a + c;
            float xi = b - d;
            float yr = b + d;
            float yi = c - a;
            correlation[2 * k] = 0.25f * (xr * yr + xi * yi);
            correlation[2 * k + 1] = 0.25f * (xi * yr - xr * yi);
        }
        fft.realInverse(correlation, true);
    }
}
