package org.hathor.audio.rhythm;

import java.util.Arrays;

/**
 * Frames that may be onsets, and what speaks for each: a frame whose spectral flux is the largest within 20 ms is a
 * candidate, and what the flux does there, before, after and on the whole, in each region of pitch, are its features.
 */
public final class OnsetCandidates {
    private static final int CURVES = 2 * SpectralFlux.REGIONS + 1;
    private static final int PER_CURVE = 6;
    /** Length of a candidate's vector. */
    public static final int COUNT = CURVES * PER_CURVE;

    private static final double PEAK_SECONDS = 0.02;
    private static final double NEAR_SECONDS = 0.03;
    private static final double FAR_SECONDS = 0.12;
    /** An onset raises the flux of a frame most whose middle lies this much before it, seconds. */
    private static final double DELAY = -0.003;

    private final float[][] curves;
    private final double framesPerSecond;
    private final int[] frames;

    OnsetCandidates(SpectralFlux flux) {
        framesPerSecond = flux.framesPerSecond();
        curves = new float[CURVES][flux.frames()];
        for (int t = 0; t < flux.frames(); t++) {
            for (int r = 0; r < SpectralFlux.REGIONS; r++) {
                curves[r][t] = flux.regions()[t][r];
                curves[SpectralFlux.REGIONS + r][t] = flux.steepest()[t][r];
                curves[CURVES - 1][t] += flux.regions()[t][r];
            }
        }
        frames = peaks(curves[CURVES - 1], (int) Math.round(PEAK_SECONDS * framesPerSecond));
    }

    /**
     * @param samples in [-1, 1]
     * @param sampleRate in hertz, at least 8,000
     */
    public static OnsetCandidates of(float[] samples, int sampleRate) {
        return new OnsetCandidates(SpectralFlux.of(samples, sampleRate));
    }

    /** The candidates' instants, seconds, ascending. */
    public double[] seconds() {
        return Arrays.stream(frames)
                .mapToDouble(t -> Math.max(0, t / framesPerSecond + DELAY))
                .toArray();
    }

    /** {@code [candidates][COUNT]}. */
    public float[][] features() {
        int near = (int) Math.round(NEAR_SECONDS * framesPerSecond);
        int far = (int) Math.round(FAR_SECONDS * framesPerSecond);
        float[][] features = new float[frames.length][COUNT];
        int next = 0;
        for (float[] curve : curves) {
            float overall = logarithm(mean(curve, 0, curve.length - 1));
            for (int c = 0; c < frames.length; c++) {
                int t = frames[c];
                float[] its = features[c];
                its[next] = logarithm(largest(curve, t - 1, t + 1));
                its[next + 1] = logarithm(largest(curve, t - far, t - near));
                its[next + 2] = logarithm(mean(curve, t - far, t - near));
                its[next + 3] = logarithm(largest(curve, t + near, t + far));
                its[next + 4] = logarithm(mean(curve, t + near, t + far));
                its[next + 5] = overall;
            }
            next += PER_CURVE;
        }
        return features;
    }

    private static int[] peaks(float[] curve, int reach) {
        int[] peaks = new int[curve.length];
        int count = 0;
        for (int t = 0; t < curve.length; t++) {
            boolean first = count == 0 || t - peaks[count - 1] > reach;
            if (curve[t] > 0 && first && curve[t] >= largest(curve, t - reach, t + reach)) {
                peaks[count++] = t;
            }
        }
        return Arrays.copyOf(peaks, count);
    }

    private static float logarithm(float rise) {
        return (float) Math.log(0.01 + rise);
    }

    private static float largest(float[] curve, int from, int to) {
        float largest = 0;
        for (int t = Math.max(0, from); t <= Math.min(curve.length - 1, to); t++) {
            largest = Math.max(largest, curve[t]);
        }
        return largest;
    }

    private static float mean(float[] curve, int from, int to) {
        int first = Math.max(0, from);
        int last = Math.min(curve.length - 1, to);
        float sum = 0;
        for (int t = first; t <= last; t++) {
            sum += curve[t];
        }
        return first > last ? 0 : sum / (last - first + 1);
    }
}
