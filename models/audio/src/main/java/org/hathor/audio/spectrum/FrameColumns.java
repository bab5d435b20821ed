package org.hathor.audio.spectrum;

import java.util.Arrays;

/**
 * A stretch of a signal written in columns of one hop each, so that a row holds the same sample of every frame: sample
 * n of lane l is row n mod hop, column l + n / hop.
 */
final class FrameColumns {
    /** Columns written together: few enough that they do not push one another out of the cache. */
    private static final int TOGETHER = 16;

    private final int hop;
    private final int rows;
    private final int extraColumns;
    private final int pitch;
    private final float[] samples;

    FrameColumns(StftSettings settings, int lanes) {
        hop = settings.hopLength();
        rows = Math.min(hop, settings.nFft());
        extraColumns = (settings.nFft() - 1) / hop;
        pitch = lanes + extraColumns;
        samples = new float[rows * pitch];
    }

    /**
     * Reads the samples of so many frames from the one that begins at {@code start}; behind their last column there is
     * silence.
     */
    void read(float[] y, int start, int frames, PadMode padMode) {
        int columns = frames + extraColumns;
        if (columns < pitch) {
            Arrays.fill(samples, 0);
        }
        for (int from = 0; from < columns; from += TOGETHER) {
            int to = Math.min(columns, from + TOGETHER);
            int first = start + from * hop;
            boolean inside = first >= 0 && first + (to - from - 1) * (long) hop + rows <= y.length;
            for (int r = 0; r < rows; r++) {
                int position = first + r;
                for (int c = from; c < to; c++) {
                    samples[r * pitch + c] = inside ? y[position] : padMode.sample(y, position);
                    position += hop;
                }
            }
        }
    }

    /** All rows, one after the other. */
    float[] samples() {
        return samples;
    }

    /** Where sample {@code n} of the frames begins among them. */
    int at(int n) {
        return n % hop * pitch + n / hop;
    }
}
