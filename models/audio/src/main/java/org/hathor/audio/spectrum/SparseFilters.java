package org.hathor.audio.spectrum;

/** Filters that each weigh a few neighbouring bins. */
final class SparseFilters {
    private final int bins;
    private final int[] firstBin;
    private final float[][] weights;

    /** @param matrix filters × bins; what lies outside a filter's first and last weight above 0 is not looked at */
    SparseFilters(double[][] matrix) {
        bins = matrix[0].length;
        firstBin = new int[matrix.length];
        weights = new float[matrix.length][];
        for (int f = 0; f < matrix.length; f++) {
            int first = 0;
            while (first < bins && matrix[f][first] == 0) {
                first++;
            }
            int end = bins;
            while (end > first && matrix[f][end - 1] == 0) {
                end--;
            }
            firstBin[f] = first;
            weights[f] = new float[end - first];
            for (int k = first; k < end; k++) {
                // Single precision, as librosa keeps its filters.
                weights[f][k - first] = (float) matrix[f][k];
            }
        }
    }

    int size() {
        return weights.length;
    }

    /**
     * Each filter's weighted sums of a block of frames.
     *
     * @param power {@code [bins][lanes]}
     * @param into {@code [filters][lanes]}, overwritten
     */
    void weigh(float[][] power, float[][] into) {
        for (int f = 0; f < weights.length; f++) {
            LaneKernels.FASTEST.weigh(power, firstBin[f], weights[f], into[f]);
        }
    }

    /**
     * Each filter's weighted sum: {@code float[frames][filters]}.
     *
     * @throws IllegalArgumentException when the spectrogram has other bins than the filters
     */
    float[][] weigh(Spectrogram spectrogram) {
        FrameBlocks power = spectrogram.requireBins(bins);
        float[][] sums = new float[size()][power.lanes()];
        return power.weighed(block -> {
            weigh(block, sums);
            return sums;
        });
    }
}
