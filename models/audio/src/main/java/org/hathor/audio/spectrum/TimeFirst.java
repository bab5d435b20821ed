package org.hathor.audio.spectrum;

/** Turns rows of bins over to rows of frames. */
final class TimeFirst {
    private static final int TILE = 16;

    private TimeFirst() {}

    /** {@code float[frames][bins]} of {@code double[bins][frames]}. */
    static float[][] of(double[][] rows, int frames) {
        float[][] turned = new float[frames][rows.length];
        for (int first = 0; first < frames; first += TILE) {
            int end = Math.min(frames, first + TILE);
            for (int k = 0; k < rows.length; k++) {
                double[] row = rows[k];
                for (int t = first; t < end; t++) {
                    turned[t][k] = (float) row[t];
                }
            }
        }
        return turned;
    }

    /** {@code float[frames][bins]} of {@code float[bins][frames]}. */
    static float[][] of(float[][] rows, int frames) {
        float[][] turned = new float[frames][rows.length];
        for (int first = 0; first < frames; first += TILE) {
            int end = Math.min(frames, first + TILE);
            for (int k = 0; k < rows.length; k++) {
                float[] row = rows[k];
                for (int t = first; t < end; t++) {
                    turned[t][k] = row[t];
                }
            }
        }
        return turned;
    }
}
