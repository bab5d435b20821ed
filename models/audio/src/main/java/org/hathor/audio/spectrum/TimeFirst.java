package org.hathor.audio.spectrum;

import java.util.Arrays;

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
        turn(rows, turned, 0, frames);
        return turned;
    }

    /** Writes the rows' first frames behind others, and leaves the rows empty. */
    static void move(float[][] rows, float[][] turned, int firstFrame, int frames) {
        turn(rows, turned, firstFrame, frames);
        for (float[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    private static void turn(float[][] rows, float[][] turned, int firstFrame, int frames) {
        for (int from = 0; from < frames; from += TILE) {
            int end = Math.min(frames, from + TILE);
            for (int k = 0; k < rows.length; k++) {
                float[] row = rows[k];
                for (int t = from; t < end; t++) {
                    turned[firstFrame + t][k] = row[t];
                }
            }
        }
    }
}
