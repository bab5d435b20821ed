package org.hathor.audio.spectrum;

import java.util.Arrays;

/**
 * A stretch of a signal written in columns of one hop each, so that a row holds the same sample of every frame: sample
 * n of lane l is row n mod hop, column l + n / hop.
 */
final class FrameColumns {
    /** Columns turned into rows together: as many as the compiler keeps in registers. */
    private static final int TOGETHER = 4;

    private final int hop;
    private final int rows;
    private final int extraColumns;
    private final int pitch;
    private final float[] stretch;
    private final float[] samples;

    /** Where each sample of the frames begins among them: looked up, since a division takes longer. */
    private final int[] places;

    FrameColumns(StftSettings settings, int lanes) {
        hop = settings.hopLength();
        rows = Math.min(hop, settings.nFft());
        extraColumns = (settings.nFft() - 1) / hop;
        int columns = lanes + extraColumns;
        pitch = (columns + TOGETHER - 1) / TOGETHER * TOGETHER;
        stretch = new float[pitch * rows];
        samples = new float[rows * pitch];
        places = new int[settings.nFft()];
        for (int n = 0; n < places.length; n++) {
            places[n] = n % hop * pitch + n / hop;
        }
    }

    /**
     * Reads the samples of so many frames from the one that begins at {@code start}; behind their last column there is
     * silence.
     */
    void read(float[] y, int start, int frames, PadMode padMode) {
        // Copied one after the other first, which fetches them from memory sooner than row by row.
        int columns = frames + extraColumns;
        for (int c = 0; c < columns; c++) {
            copy(y, start + c * hop, c * rows, padMode);
        }
        Arrays.fill(stretch, columns * rows, stretch.length, 0);
        for (int column = 0; column < pitch; column += TOGETHER) {
            turnFour(column);
        }
    }

    private void copy(float[] y, int from, int into, PadMode padMode) {
        if (from >= 0 && from + rows <= y.length) {
            System.arraycopy(y, from, stretch, into, rows);
            return;
        }
        for (int r = 0; r < rows; r++) {
            stretch[into + r] = padMode.sample(y, from + r);
        }
    }

    /** Written out, so that the compiler sees four sequences, each read in order, and need not check every index. */
    private void turnFour(int column) {
        int first = column * rows;
        int second = first + rows;
        int third = second + rows;
        int fourth = third + rows;
        int into = column;
        for (int r = 0; r < rows; r++) {
            samples[into] = stretch[first + r];
            samples[into + 1] = stretch[second + r];
            samples[into + 2] = stretch[third + r];
            samples[into + 3] = stretch[fourth + r];
            into += pitch;
        }
    }

    /** All rows, one after the other. */
    float[] samples() {
        return samples;
    }

    /** Where sample {@code n} of the frames begins among them. */
    int at(int n) {
        return places[n];
    }
}
