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
    private final int extraColumns;
    private final float[][] rows;

    FrameColumns(StftSettings settings, int lanes) {
        hop = settings.hopLength();
        extraColumns = (settings.nFft() - 1) / hop;
        rows = new float[Math.min(hop, settings.nFft())][lanes + extraColumns];
    }

    /**
     * Reads the samples of so many frames from the one that begins at {@code start}; behind their last column there is
     * silence.
     */
    void read(float[] y, int start, int frames, PadMode padMode) {
        int columns = frames + extraColumns;
        if (columns < rows[0].length) {
            for (float[] row : rows) {
                Arrays.fill(row, columns, row.length, 0);
            }
        }
        for (int from = 0; from < columns; from += TOGETHER) {
            int to = Math.min(columns, from + TOGETHER);
            int first = start + from * hop;
            boolean inside = first >= 0 && first + (to - from - 1) * (long) hop + rows.length <= y.length;
            for (int r = 0; r < rows.length; r++) {
                float[] row = rows[r];
                int position = first + r;
                for (int c = from; c < to; c++) {
                    row[c] = inside ? y[position] : padMode.sample(y, position);
                    position += hop;
                }
            }
        }
    }

    /** Sample {@code n} of every frame, to be weighted. */
    LaneKernels.Samples sample(int n, float weight) {
        return new LaneKernels.Samples(rows[n % hop], n / hop, weight);
    }
}
