package org.hathor.audio.rhythm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * Tempi worth following, between {@value #SLOWEST} and {@value #FASTEST} beats a minute: the peaks of a comb over the
 * autocorrelation of an activation curve (Klapuri, Eronen and Astola, "Analysis of the meter of acoustic musical
 * signals", IEEE TASLP 14(1), 2006), and the strongest one's metrical relatives, among which the ear too must choose.
 */
final class TempoCandidates {
    static final double SLOWEST = 52;
    static final double FASTEST = 220;
    private static final double STEP = 1.01;
    private static final int PEAKS = 6;
    private static final int TEETH = 4;
    private static final double[] RELATIVES = {2, 1 / 2.0, 3, 1 / 3.0, 3 / 2.0, 2 / 3.0, 4 / 3.0, 3 / 4.0};
    /** Candidates nearer than this ratio are one: the tracker's own range covers both. */
    private static final double SAME = 1.045;

    private TempoCandidates() {}

    /** @return beats a minute, the strongest first; empty where the curve is constant or shorter than two slow beats */
    static double[] of(float[] activation, double framesPerSecond) {
        float[] correlation = autocorrelation(activation);
        if (correlation[0] <= 0 || activation.length < 2 * 60 * framesPerSecond / SLOWEST) {
            return new double[0];
        }
        int steps = (int) Math.ceil(Math.log(FASTEST / SLOWEST) / Math.log(STEP));
        double[] comb = new double[steps + 1];
        for (int s = 0; s <= steps; s++) {
            comb[s] = comb(correlation, 60 * framesPerSecond / (SLOWEST * Math.pow(STEP, s)));
        }
        List<Integer> peaks = new ArrayList<>();
        for (int s = 0; s <= steps; s++) {
            if ((s == 0 || comb[s] > comb[s - 1]) && (s == steps || comb[s] >= comb[s + 1])) {
                peaks.add(s);
            }
        }
        peaks.sort(Comparator.comparingDouble(s -> -comb[s]));
        List<Double> candidates = new ArrayList<>();
        for (int s : peaks.subList(0, Math.min(PEAKS, peaks.size()))) {
            add(candidates, SLOWEST * Math.pow(STEP, s));
        }
        for (double relative : candidates.isEmpty() ? new double[0] : RELATIVES) {
            add(candidates, candidates.get(0) * relative);
        }
        return candidates.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(List<Double> candidates, double bpm) {
        boolean known = candidates.stream().anyMatch(c -> Math.max(c, bpm) / Math.min(c, bpm) < SAME);
        if (bpm >= SLOWEST && bpm <= FASTEST && !known) {
            candidates.add(bpm);
        }
    }

    private static double comb(float[] correlation, double period) {
        double sum = 0;
        double teeth = 0;
        for (int k = 1; k <= TEETH && k * period < correlation.length - 2; k++) {
            int at = (int) (k * period);
            double share = k * period - at;
            sum += ((1 - share) * correlation[at] + share * correlation[at + 1]) / k;
            teeth += 1.0 / k;
        }
        return teeth == 0 ? 0 : sum / teeth;
    }

    /** Of the curve less its mean, unbiased by the overlap that each lag leaves; half its length of lags. */
    private static float[] autocorrelation(float[] curve) {
        int size = Integer.highestOneBit(Math.max(2, 2 * curve.length - 1)) * 2;
        float[] padded = new float[size];
        double mean = 0;
        for (float value : curve) {
            mean += value / curve.length;
        }
        for (int t = 0; t < curve.length; t++) {
            padded[t] = (float) (curve[t] - mean);
        }
        FloatFFT_1D fft = new FloatFFT_1D(size);
        fft.realForward(padded);
        padded[0] *= padded[0];
        padded[1] *= padded[1];
        for (int k = 2; k < size; k += 2) {
            padded[k] = padded[k] * padded[k] + padded[k + 1] * padded[k + 1];
            padded[k + 1] = 0;
        }
        fft.realInverse(padded, true);
        float[] correlation = new float[Math.max(1, curve.length / 2)];
        for (int lag = 0; lag < correlation.length && curve.length > 0; lag++) {
            correlation[lag] = padded[lag] / (curve.length - lag);
        }
        return correlation;
    }
}
