package org.hathor.audio.spectrum;

/**
 * A number for each bin of each frame, in blocks of frames that lie side by side: {@code [blocks][bins][lanes]}. Filter
 * banks read a bin of many frames at once; people read a frame.
 */
final class FrameBlocks {
    /** Frames turned over together, so that both sides stay in the cache. */
    private static final int TILE = 16;

    private final int bins;
    private final int frames;
    private final int lanes;
    private final float[][][] blocks;

    FrameBlocks(int bins, int frames, int lanes) {
        this.bins = bins;
        this.frames = frames;
        this.lanes = lanes;
        this.blocks = new float[(frames + lanes - 1) / lanes][][];
    }

    /** Made one by one, which the compiler does in place; of a whole matrix it asks the runtime, many times slower. */
    private static float[][] rows(int count, int length) {
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new float[length];
        }
        return rows;
    }

    int frames() {
        return frames;
    }

    /** Frames in a block. */
    int lanes() {
        return lanes;
    }

    /** How many blocks. */
    int size() {
        return blocks.length;
    }

    /**
     * {@code [bins][lanes]}, not a copy; in the last one what is beyond {@link #frames()} is as of silence. Made when
     * first asked for, so that it is still in the cache when it is written.
     */
    float[][] block(int block) {
        if (blocks[block] == null) {
            blocks[block] = rows(bins, lanes);
        }
        return blocks[block];
    }

    /** The first frame of a block. */
    int first(int block) {
        return block * lanes;
    }

    /** Frames there are in a block. */
    int count(int block) {
        return Math.min(lanes, frames - first(block));
    }

    /** One frame's bin. */
    float at(int frame, int bin) {
        return blocks[frame / lanes][bin][frame % lanes];
    }

    /** Sets the bins of one frame. */
    void set(int frame, float[] bins) {
        float[][] block = block(frame / lanes);
        for (int k = 0; k < block.length; k++) {
            block[k][frame % lanes] = bins[k];
        }
    }

    /** Hands over every block in order. */
    void hand(PowerConsumer consumer) {
        for (int b = 0; b < blocks.length; b++) {
            consumer.accept(b, blocks[b]);
        }
    }

    /** A copy, frame by frame: {@code float[frames][bins]}. */
    float[][] toFrames() {
        return weighed(block -> block);
    }

    /** Makes numbers of a block of frames. */
    interface Weighing {
        /**
         * @param block {@code [bins][lanes]}
         * @return {@code [filters][lanes]}, which may be the same at each call
         */
        float[][] weigh(float[][] block);
    }

    /** What filters make of every frame: {@code float[frames][filters]}. */
    float[][] weighed(Weighing weighing) {
        float[][] weighed = new float[frames][];
        for (int b = 0; b < blocks.length; b++) {
            turn(b, weighing.weigh(blocks[b]), weighed);
        }
        return weighed;
    }

    /**
     * Adds rows for the frames of a block.
     *
     * @param rows {@code [filters][lanes]}
     * @param turned {@code [frames][]}
     */
    void turn(int block, float[][] rows, float[][] turned) {
        for (int from = 0; from < count(block); from += TILE) {
            int to = Math.min(count(block), from + TILE);
            for (int l = from; l < to; l++) {
                turned[first(block) + l] = new float[rows.length];
            }
            for (int k = 0; k < rows.length; k++) {
                float[] row = rows[k];
                for (int l = from; l < to; l++) {
                    turned[first(block) + l][k] = row[l];
                }
            }
        }
    }
}
