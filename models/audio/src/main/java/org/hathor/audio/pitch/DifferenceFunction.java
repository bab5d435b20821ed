package org.hathor.audio.pitch;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * The cumulative mean normalised difference of a frame (YIN, equation 8): how far the signal is from itself one lag
 * later, relative to the mean over all shorter lags. 0 is perfectly periodic, 1 is noise. Not for two threads.
 *
 * <p>The difference of a window with its copy {@code τ} later is e(0) + e(τ) − 2 r(τ). The correlations r of all lags
 * come from one transform of frame and window together, as real and imaginary part, and one back.
 */
final class DifferenceFunction {
    /** Energy of a window below which it is silent: the level librosa cuts at, about −85 dBFS for 1024 samples. */
    private static final double SILENCE = 1e-6;

    private final int frameLength;
    private final int winLength;
    private final int minPeriod;
    private final int maxPeriod;
    private final FloatFFT_1D fft;
    private final float[] spectrum;
    private final float[] correlation;
    private final float[] normalised;

    DifferenceFunction(PitchSettings settings) {
        this.frameLength = settings.frameLength();
        this.winLength = settings.winLength();
        this.minPeriod = settings.minPeriod();
        this.maxPeriod = settings.maxPeriod();
        this.fft = new FloatFFT_1D(frameLength);
        this.spectrum = new float[2 * frameLength];
        this.correlation = new float[frameLength];
        this.normalised = new float[maxPeriod - minPeriod + 1];
    }

    /**
     * @param signal whole signal
     * @param start where the frame begins in it; may lie outside, where there is silence
     * @return one value for each period from the shortest to the longest; overwritten by the next call
     */
    float[] of(float[] signal, int start) {
        correlate(signal, start);
        double first = 0;
        for (int i = 1; i <= winLength; i++) {
            double x = sample(signal, start + i);
            first += x * x;
        }
        double shifted = first;
        double sum = 0;
        if (first < SILENCE) {
            Arrays.fill(normalised, 1);
            return normalised;
        }
        for (int lag = 1; lag <= maxPeriod; lag++) {
            double out = sample(signal, start + lag);
            double in = sample(signal, start + lag + winLength);
            shifted += in * in - out * out;
            double difference = Math.max(0, first + shifted - 2 * correlation[lag]);
            sum += difference;
            if (lag >= minPeriod) {
                normalised[lag - minPeriod] = sum > 0 ? (float) (difference * lag / sum) : 1;
            }
        }
        return normalised;
    }

    private static float sample(float[] signal, int at) {
        return at >= 0 && at < signal.length ? signal[at] : 0;
    }

    private void correlate(float[] signal, int start) {
        Arrays.fill(spectrum, 0);
        int from = Math.max(0, -start);
        int to = Math.min(frameLength, signal.length - start);
        for (int i = from; i < to; i++) {
            float x = signal[start + i];
            spectrum[2 * i] = x;
            spectrum[2 * i + 1] = i >= 1 && i <= winLength ? x : 0;
        }
        fft.complexForward(spectrum);
        // Of z = x + iy: X = (Z(k) + Z*(−k)) / 2 and Y = (Z(k) − Z*(−k)) / 2i; wanted is X Y*.
        correlation[0] = spectrum[0] * spectrum[1];
        correlation[1] = spectrum[frameLength] * spectrum[frameLength + 1];
        for (int k = 1; k < frameLength / 2; k++) {
            float a = spectrum[2 * k];
            float b = spectrum[2 * k + 1];
            float c = spectrum[2 * (frameLength - k)];
            float d = spectrum[2 * (frameLength - k) + 1];
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
