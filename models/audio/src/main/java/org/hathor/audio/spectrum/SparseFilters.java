package org.hathor.audio.spectrum;

/** A matrix of filters by bins of which most is zero: each filter is a run of bins with their weights. */
final class SparseFilters {
    private final int[] first;
    private final float[][] weights;

    /**
     * @param matrix filters × bins
     * @param negligible weights below this are left out at both ends of a filter's run
     */
    SparseFilters(double[][] matrix, double negligible) {
        first = new int[matrix.length];
        weights = new float[matrix.length][];
        for (int f = 0; f < matrix.length; f++) {
            int from = 0;
            int to = matrix[f].length;
            while (from < to && matrix[f][from] <= negligible) {
                from++;
            }
            while (to > from && matrix[f][to - 1] <= negligible) {
                to--;
            }
            first[f] = from;
            weights[f] = new float[to - from];
            for (int k = from; k < to; k++) {
                weights[f][k - from] = (float) matrix[f][k];
            }
        }
    }

    int size() {
        return first.length;
    }

    /** Each filter's weighted sum of one frame. */
    void apply(float[] frame, float[] into) {
        for (int f = 0; f < first.length; f++) {
            float[] row = weights[f];
            int offset = first[f];
            double sum = 0;
            for (int k = 0; k < row.length; k++) {
                sum += row[k] * frame[offset + k];
            }
            into[f] = (float) sum;
        }
    }
}
