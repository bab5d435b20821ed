package org.hathor.audio.spectrum;

/**
 * How a feature changes in time: the derivative of a polynomial fitted to each run of frames (Savitzky and Golay).
 *
 * <p>As librosa's {@code delta} with {@code mode='interp'}: the polynomial has the degree of the derivative, so near
 * the ends the value is that of the nearest full run. Source: A. Savitzky and M. J. E. Golay, Analytical Chemistry 36
 * (1964).
 */
public final class Deltas {
    /** librosa's {@code width}. */
    public static final int DEFAULT_WIDTH = 9;

    private Deltas() {}

    /** The derivative of that order over runs of nine frames. */
    public static float[][] of(float[][] feature, int order) {
        return of(feature, order, DEFAULT_WIDTH);
    }

    /**
     * @param feature {@code [frames][bins]}
     * @param order 1 for velocity, 2 for acceleration; less than {@code width}
     * @param width frames in a run, odd and at least 3
     * @return a matrix of the same shape, in the feature's unit a frame to the power of {@code order}
     * @throws IllegalArgumentException when there are fewer frames than {@code width}
     */
    public static float[][] of(float[][] feature, int order, int width) {
        if (width < 3 || width % 2 == 0) {
            throw new IllegalArgumentException("width must be odd and at least 3, not " + width);
        }
        if (order < 1 || order >= width) {
            throw new IllegalArgumentException("order must be between 1 and width - 1, not " + order);
        }
        if (feature.length < width) {
            throw new IllegalArgumentException(
                    "feature has %d frames, fewer than width = %d".formatted(feature.length, width));
        }
        double[] weights = weights(order, width);
        int half = width / 2;
        float[][] delta = new float[feature.length][];
        for (int t = half; t < feature.length - half; t++) {
            delta[t] = derivative(feature, t - half, weights);
        }
        for (int t = 0; t < half; t++) {
            delta[t] = delta[half].clone();
            delta[feature.length - 1 - t] = delta[feature.length - 1 - half].clone();
        }
        return delta;
    }

    private static float[] derivative(float[][] feature, int from, double[] weights) {
        float[] row = new float[feature[from].length];
        for (int k = 0; k < row.length; k++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * feature[from + i][k];
            }
            row[k] = (float) sum;
        }
        return row;
    }

    /**
     * The least-squares polynomial's highest coefficient, times the factorial of its degree, as weights of the samples:
     * projection on the highest of the polynomials that are orthogonal over the run.
     */
    private static double[] weights(int degree, int width) {
        double[][] orthogonal = new double[degree + 1][width];
        double factorial = 1;
        for (int d = 0; d <= degree; d++) {
            factorial *= Math.max(1, d);
            for (int i = 0; i < width; i++) {
                orthogonal[d][i] = Math.pow(i - width / 2.0 + 0.5, d);
            }
            for (int lower = 0; lower < d; lower++) {
                double share = dot(orthogonal[d], orthogonal[lower]) / dot(orthogonal[lower], orthogonal[lower]);
                for (int i = 0; i < width; i++) {
                    orthogonal[d][i] -= share * orthogonal[lower][i];
                }
            }
        }
        double[] weights = orthogonal[degree].clone();
        double norm = dot(weights, weights);
        for (int i = 0; i < width; i++) {
            weights[i] *= factorial / norm;
        }
        return weights;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
