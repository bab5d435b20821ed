package org.hathor.audio.rhythm;

import java.util.Arrays;

/**
 * Overlapping triangular filters with centres evenly spaced in pitch, each weighing to 1. Where a semitone is narrower
 * than a bin, bands that would share their centre bin are merged.
 */
final class TriangularBands {
    private final int[] first;
    private final float[][] weights;

    private TriangularBands(int[] centreBins) {
        first = new int[centreBins.length - 2];
        weights = new float[first.length][];
        for (int b = 0; b < first.length; b++) {
            int left = centreBins[b];
            int centre = centreBins[b + 1];
            int right = centreBins[b + 2];
            first[b] = left + 1;
            weights[b] = new float[right - left - 1];
            float sum = 0;
            for (int k = left + 1; k < right; k++) {
                float weight =
                        k <= centre ? (float) (k - left) / (centre - left) : (float) (right - k) / (right - centre);
                weights[b][k - left - 1] = weight;
                sum += weight;
            }
            for (int i = 0; i < weights[b].length; i++) {
                weights[b][i] /= sum;
            }
        }
    }

    /** Filters from {@code lowest} to {@code highest} Hz, not above half the sample rate. */
    static TriangularBands between(double lowest, double highest, int perOctave, int sampleRate, int window) {
        return new TriangularBands(bins(lowest, highest, perOctave, sampleRate, window));
    }

    /** The centre of each filter of {@link #between}, Hz. */
    static double[] centres(double lowest, double highest, int perOctave, int sampleRate, int window) {
        int[] bins = bins(lowest, highest, perOctave, sampleRate, window);
        return Arrays.stream(bins, 1, bins.length - 1)
                .mapToDouble(k -> (double) k * sampleRate / window)
                .toArray();
    }

    private static int[] bins(double lowest, double highest, int perOctave, int sampleRate, int window) {
        double top = Math.min(highest, sampleRate / 2.0);
        int steps = (int) Math.floor(perOctave * Math.log(top / lowest) / Math.log(2));
        int[] bins = new int[Math.max(steps, 0) + 1];
        for (int s = 0; s < bins.length; s++) {
            bins[s] = (int) Math.round(lowest * Math.pow(2, (double) s / perOctave) * window / sampleRate);
        }
        int[] distinct = Arrays.stream(bins).distinct().toArray();
        if (distinct.length < 3) {
            throw new IllegalArgumentException("a sample rate of " + sampleRate + " Hz is too low to hear onsets in");
        }
        return distinct;
    }

    /** The weighted mean of magnitudes under each filter. */
    float[] of(float[] magnitudes) {
        float[] bands = new float[weights.length];
        for (int b = 0; b < bands.length; b++) {
            float[] w = weights[b];
            float sum = 0;
            for (int i = 0; i < w.length; i++) {
                sum += w[i] * magnitudes[first[b] + i];
            }
            bands[b] = sum;
        }
        return bands;
    }
}
