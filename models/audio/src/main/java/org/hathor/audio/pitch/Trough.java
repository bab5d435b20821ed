package org.hathor.audio.pitch;

/** Local minima of a difference function, and where a parabola through each has its lowest point. */
final class Trough {
    private Trough() {}

    /** Whether {@code values[i]} is a local minimum; the first and the last may be one too. */
    static boolean at(float[] values, int i) {
        if (i == 0) {
            return values[0] < values[1];
        }
        return values[i] < values[i - 1] && (i == values.length - 1 || values[i] <= values[i + 1]);
    }

    /** Offset of the parabola's minimum from {@code i}, in (−1, 1); 0 at both ends. */
    static double offset(float[] values, int i) {
        if (i == 0 || i == values.length - 1) {
            return 0;
        }
        double curvature = (double) values[i + 1] + values[i - 1] - 2.0 * values[i];
        double slope = (values[i + 1] - (double) values[i - 1]) / 2;
        return Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
    }
}
