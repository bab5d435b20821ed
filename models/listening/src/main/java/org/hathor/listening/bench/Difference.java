package org.hathor.listening.bench;

/**
 * How far two versions of a feature lie apart, over all recordings.
 *
 * <p>Relative: |a − b| over the larger of |b| and a certain share of the largest |b| of that recording; nothing is
 * averaged away. Normalised: |a − b| over the largest |b| of that recording.
 */
final class Difference {
    /** What is never below zero: a value 80 dB below the rest is held to the same number of digits. */
    static final double OF_MAGNITUDES = 1e-4;

    /**
     * What crosses zero. With a smaller share the peer would not agree with itself: librosa's MFCC in single precision
     * are then 5e-4 from its own in double.
     */
    static final double OF_COEFFICIENTS = 1e-2;

    private final double floor;
    private double relative;
    private double normalised;

    /** @param floor the share of a recording's largest value that no value is taken to be smaller than */
    Difference(double floor) {
        this.floor = floor;
    }

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
                relative = larger(relative, apart / Math.max(Math.abs(theirs[i]), floor * largest));
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
