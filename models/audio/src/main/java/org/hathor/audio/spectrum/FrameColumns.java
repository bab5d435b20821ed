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
        stretch = new float[pitch * hop];
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
        // Copied at a stretch first, which fetches it from memory sooner than column by column.
        int length = (frames + extraColumns) * hop;
        int from = Math.min(length, Math.max(0, -start));
        int to = Math.max(from, (int) Math.min(length, (long) y.length - start));
        for (int i = 0; i < from; i++) {
            stretch[i] = padMode.sample(y, start + i);
        }
        System.arraycopy(y, start + from, stretch, from, to - from);
        for (int i = to; i < length; i++) {
            stretch[i] = padMode.sample(y, start + i);
        }
        Arrays.fill(stretch, length, stretch.length, 0);
        for (int column = 0; column < pitch; column += TOGETHER) {
            turnFour(column);
        }
    }

    /** Written out, so that the compiler sees four sequences, each read in order, and need not check every index. */
    private void turnFour(int column) {
        int first = column * hop;
        int second = first + hop;
        int third = second + hop;
        int fourth = third + hop;
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
