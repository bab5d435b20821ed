package org.hathor.audio.feature;

/**
 * Mean and deviation of a feature over the frames of a track.
 *
 * @param mean arithmetic
 * @param deviation standard deviation of the population: all frames are there, none is a sample
 */
record Summary(double mean, double deviation) {
    /** Of one value a frame; 0 and 0 where there are no frames. */
    static Summary of(float[] frames) {
        double sum = 0;
        for (float value : frames) {
            sum += value;
        }
        double mean = frames.length == 0 ? 0 : sum / frames.length;
        double squares = 0;
        for (float value : frames) {
            squares += (value - mean) * (value - mean);
        }
        return new Summary(mean, frames.length == 0 ? 0 : Math.sqrt(squares / frames.length));
    }

    /** Of several values a frame, {@code [frames][values]}: the means, and the deviations. */
    static Columns ofColumns(float[][] frames) {
        int columns = frames.length == 0 ? 0 : frames[0].length;
        double[] sums = new double[columns];
        for (float[] frame : frames) {
            for (int c = 0; c < columns; c++) {
                sums[c] += frame[c];
            }
        }
        double[] squares = new double[columns];
        for (float[] frame : frames) {
            for (int c = 0; c < columns; c++) {
                double off = frame[c] - sums[c] / frames.length;
                squares[c] += off * off;
            }
        }
        float[] means = new float[columns];
        float[] deviations = new float[columns];
        for (int c = 0; c < columns; c++) {
            means[c] = (float) (sums[c] / frames.length);
            deviations[c] = (float) Math.sqrt(squares[c] / frames.length);
        }
        return new Columns(means, deviations);
    }

    /** Means and deviations, one each for every value of a frame. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Columns(float[] means, float[] deviations) {}
}
