package org.hathor.mood;

import java.util.Arrays;

/** Plain figures of some values; of no values, 0. */
final class Statistics {
    private Statistics() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** The root of the mean squared distance from the mean. */
    static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }

    /**
     * Between the two nearest values, by their distance.
     *
     * @param sorted ascending
     * @param share from 0, the lowest, to 1, the highest
     */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        double position = share * (sorted.length - 1);
        int before = (int) position;
        int after = Math.min(sorted.length - 1, before + 1);
        return sorted[before] + (position - before) * (sorted[after] - sorted[before]);
    }

    /** The correlation of two rows as long as one another; 0 where one does not vary. */
    static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - meanA) * (b[i] - meanB);
        }
        return product / (a.length * deviation(a) * deviation(b) + 1e-9);
    }
}
