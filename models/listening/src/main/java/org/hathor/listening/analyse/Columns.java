package org.hathor.listening.analyse;

import java.util.Arrays;

/** Frames brought down to as many columns as a drawing has room for. */
final class Columns {
    private Columns() {}

    /** The mean of each column's frames; the frames themselves where there are no more. */
    static double[][] means(float[][] frames, int columns) {
        int count = Math.max(1, Math.min(columns, frames.length));
        double[][] means = new double[count][frames[0].length];
        for (int column = 0; column < count; column++) {
            int from = (int) ((long) column * frames.length / count);
            int to = Math.max(from + 1, (int) ((long) (column + 1) * frames.length / count));
            for (int frame = from; frame < to; frame++) {
                for (int bin = 0; bin < means[column].length; bin++) {
                    means[column][bin] += frames[frame][bin] / (to - from);
                }
            }
        }
        return means;
    }

    /** The largest of each column's values: what stands out stays. */
    static double[] maxima(float[] values, int columns) {
        int count = Math.max(1, Math.min(columns, values.length));
        double[] maxima = new double[count];
        Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < values.length; i++) {
            int column = (int) ((long) i * count / values.length);
            maxima[column] = Math.max(maxima[column], values[i]);
        }
        return maxima;
    }
}
