package org.hathor.listening.bench;

/**
 * How far two versions of a feature lie apart, over all recordings.
 *
 * <p>Relative: |a − b| over the larger of |b| and a ten-thousandth of the largest |b| of that recording; so a value
 * that should be zero and a value 80 dB below the rest are held to the same number of digits, and nothing is averaged
 * away. Normalised: |a − b| over the largest |b| of that recording.
 */
final class Difference {
    /** The share of a recording's largest value that no value is taken to be smaller than. */
    static final double FLOOR = 1e-4;

    private double relative;
    private double normalised;

    /**
     * Takes in one recording.
     *
     * @throws IllegalArgumentException when there are not as many values on both sides
     */
    void add(float[] ours, float[] theirs) {
        if (ours.length != theirs.length) {
            throw new IllegalArgumentException("ours has %d values, theirs %d".formatted(ours.length, theirs.length));
        }
        double largest = 0;
        for (float value : theirs) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < ours.length; i++) {
            double apart = Math.abs((double) ours[i] - theirs[i]);
            if (apart > 0 || Double.isNaN(apart)) {
                relative = larger(relative, apart / Math.max(Math.abs(theirs[i]), FLOOR * largest));
                normalised = larger(normalised, apart / largest);
            }
        }
    }

    double relative() {
        return relative;
    }

    double normalised() {
        return normalised;
    }

    /** What is not a number stays. */
    private static double larger(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : Math.max(a, b);
    }
}
