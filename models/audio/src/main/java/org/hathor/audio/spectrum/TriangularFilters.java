package org.hathor.audio.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Filters of which each rises while the one before falls, so that a bin concerns two neighbours at most. Immutable. */
final class TriangularFilters {
    /**
     * Bins that concern the same two filters.
     *
     * @param filter the lower of the two
     * @param firstBin the first of the bins
     * @param weights of the lower and the upper filter in turn, bin after bin
     */
    private record Slope(int filter, int firstBin, float[] weights) {}

    private final int bins;
    private final int size;
    private final List<Slope> slopes = new ArrayList<>();

    /**
     * @param matrix filters × bins; kept in single precision, as librosa keeps its filters
     * @throws IllegalArgumentException when a bin concerns others than two neighbours
     */
    TriangularFilters(double[][] matrix) {
        size = matrix.length;
        bins = matrix[0].length;
        int bin = 0;
        while (bin < bins) {
            int filter = lowest(matrix, bin);
            int first = bin;
            do {
                bin++;
            } while (bin < bins && lowest(matrix, bin) == filter);
            if (filter < size) {
                slopes.add(new Slope(filter, first, weights(matrix, filter, first, bin)));
            }
        }
    }

    /** The first filter that a bin concerns, or how many there are where it concerns none. */
    private static int lowest(double[][] matrix, int bin) {
        int filter = 0;
        while (filter < matrix.length && matrix[filter][bin] == 0) {
            filter++;
        }
        return filter;
    }

    private static float[] weights(double[][] matrix, int filter, int from, int to) {
        float[] weights = new float[2 * (to - from)];
        for (int k = from; k < to; k++) {
            for (int f = filter; f < matrix.length; f++) {
                if (f - filter < 2) {
                    weights[2 * (k - from) + f - filter] = (float) matrix[f][k];
                } else if (matrix[f][k] != 0) {
                    throw new IllegalArgumentException(
                            "bin %d concerns filters %d and %d, which are no neighbours".formatted(k, filter, f));
                }
            }
        }
        return weights;
    }

    int size() {
        return size;
    }

    int bins() {
        return bins;
    }

    /**
     * Working memory for so many lanes: a row for each filter, and one that takes what the last one's has no use for.
     */
    float[][] sums(int lanes) {
        return new float[size + 1][lanes];
    }

    /**
     * Each filter's weighted sums of a block of frames.
     *
     * @param power {@code [bins][lanes]}
     * @param sums from {@link #sums}, overwritten
     */
    void weigh(float[][] power, float[][] sums) {
        for (float[] row : sums) {
            Arrays.fill(row, 0);
        }
        for (Slope slope : slopes) {
            LaneKernels.FASTEST.addTwo(
                    power, slope.firstBin, slope.weights, sums[slope.filter], sums[slope.filter + 1]);
        }
    }

    /** Each filter's weighted sum of every frame: {@code float[frames][filters]}. */
    float[][] weigh(FrameBlocks frames) {
        float[][] sums = sums(frames.lanes());
        return frames.weighed(
                block -> {
                    weigh(block, sums);
                    return sums;
                },
                size);
    }
}
