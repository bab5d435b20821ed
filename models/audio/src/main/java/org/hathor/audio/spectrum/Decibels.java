package org.hathor.audio.spectrum;

/** Powers on a logarithmic scale: 10 · log₁₀(max(S, 1e-10)), as librosa's {@code power_to_db} with {@code ref=1.0}. */
public final class Decibels {
    /** librosa's {@code amin}: powers below it count as it. */
    public static final double LEAST_POWER = 1e-10;

    /** librosa's {@code top_db}: what lies further below the loudest is raised to that. */
    public static final double TOP_DB = 80;

    private Decibels() {}

    /** The decibels of one power. */
    public static double ofPower(double power) {
        return 10 * Math.log10(Math.max(LEAST_POWER, power));
    }

    /**
     * Decibels of a whole matrix, nothing more than {@link #TOP_DB} below its largest.
     *
     * @param power {@code [frames][bins]}, at least 0
     * @return a new matrix of the same shape
     */
    public static float[][] ofPower(float[][] power) {
        float[][] decibels = new float[power.length][];
        float largest = Float.NEGATIVE_INFINITY;
        for (int t = 0; t < power.length; t++) {
            decibels[t] = new float[power[t].length];
            for (int k = 0; k < power[t].length; k++) {
                decibels[t][k] = (float) ofPower(power[t][k]);
                largest = Math.max(largest, decibels[t][k]);
            }
        }
        float floor = (float) (largest - TOP_DB);
        for (float[] row : decibels) {
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.max(floor, row[k]);
            }
        }
        return decibels;
    }
}
