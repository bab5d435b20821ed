package org.hathor.audio.spectrum;

/** Filters that each weigh all bins. Immutable. */
final class DenseFilters {
    private static final int TOGETHER = 4;

    private final int bins;
    private final int size;

    /** Of four filters each, bin after bin: {@code [groups][bins · 4]}; where filters are missing, 0. */
    private final float[][] weights;

    /** @param matrix filters × bins; kept in single precision, as librosa keeps its filters */
    DenseFilters(double[][] matrix) {
        size = matrix.length;
        bins = matrix[0].length;
        weights = new float[(size + TOGETHER - 1) / TOGETHER][TOGETHER * bins];
        for (int f = 0; f < size; f++) {
            for (int k = 0; k < bins; k++) {
                weights[f / TOGETHER][TOGETHER * k + f % TOGETHER] = (float) matrix[f][k];
            }
        }
    }

    int bins() {
        return bins;
    }

    int size() {
        return size;
    }

    /** The weight that a filter gives a bin. */
    float weight(int filter, int bin) {
        return weights[filter / TOGETHER][TOGETHER * bin + filter % TOGETHER];
    }

    /** Each filter's weighted sum of every frame: {@code float[frames][filters]}. */
    float[][] weigh(FrameBlocks frames) {
        float[][] sums = new float[TOGETHER * weights.length][frames.lanes()];
        return frames.weighed(
                block -> {
                    for (int g = 0; g < weights.length; g++) {
                        LaneKernels.FASTEST.weighFour(block, weights[g], sums, TOGETHER * g);
                    }
                    return sums;
                },
                size);
    }
}
