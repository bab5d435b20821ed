package org.hathor.audio.rhythm;

import java.util.Arrays;

/**
 * Picks onsets from spectral flux: a frame that is the largest within 30 ms, and stands out of the 100 ms around it by
 * more than a threshold, is an onset (Böck, Krebs and Schedl, "Evaluating the online capabilities of onset detection
 * methods", ISMIR 2012). The threshold is a share of the recording's own mean, so the level has no influence.
 */
final class OnsetDetector {
    private static final float[] WEIGHTS = {1, 1, 1, 1, 1};
    private static final double PEAK_SECONDS = 0.03;
    private static final double MEAN_BEFORE_SECONDS = 0.10;
    private static final double MEAN_AFTER_SECONDS = 0.07;
    private static final double APART_SECONDS = 0.03;
    private final double threshold;
    private final double delay;

    OnsetDetector(double threshold, double delay) {
        this.threshold = threshold;
        this.delay = delay;
    }

    OnsetDetector() {
        this(0.5, 0.01);
    }

    Onsets detect(SpectralFlux flux) {
        float[] curve = flux.weighted(WEIGHTS);
        double fps = flux.framesPerSecond();
        int peak = (int) Math.round(PEAK_SECONDS * fps);
        int before = (int) Math.round(MEAN_BEFORE_SECONDS * fps);
        int after = (int) Math.round(MEAN_AFTER_SECONDS * fps);
        double mean = 0;
        for (float value : curve) {
            mean += value / curve.length;
        }
        double[] times = new double[curve.length];
        int found = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < curve.length; t++) {
            double time = Math.max(0, t / fps + delay);
            if (curve[t] > 0
                    && time - last > APART_SECONDS
                    && curve[t] >= largest(curve, t - peak, t + peak)
                    && curve[t] >= average(curve, t - before, t + after) + threshold * mean) {
                times[found++] = time;
                last = time;
            }
        }
        return found == 0 ? Onsets.NONE : new Onsets(Arrays.copyOf(times, found));
    }

    private static float largest(float[] curve, int from, int to) {
        float largest = 0;
        for (int t = Math.max(0, from); t <= Math.min(curve.length - 1, to); t++) {
            largest = Math.max(largest, curve[t]);
        }
        return largest;
    }

    private static double average(float[] curve, int from, int to) {
        int first = Math.max(0, from);
        int last = Math.min(curve.length - 1, to);
        double sum = 0;
        for (int t = first; t <= last; t++) {
            sum += curve[t];
        }
        return sum / (last - first + 1);
    }
}
