package org.hathor.audio.spectrum;

/**
 * A number for each bin of each frame, in blocks of frames that lie side by side: {@code [blocks][bins][lanes]}. Filter
 * banks read a bin of many frames at once; people read a frame.
 */
final class FrameBlocks {
    /** Frames turned over together, so that both sides stay in the cache. */
    private static final int TILE = 16;

    private final int frames;
    private final int lanes;
    private final float[][][] blocks;

    FrameBlocks(int bins, int frames, int lanes) {
        this.frames = frames;
        this.lanes = lanes;
        this.blocks = new float[(frames + lanes - 1) / lanes][][];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = rows(bins, lanes);
        }
    }

    /** Made one by one, which the compiler does in place; of a whole matrix it asks the runtime, many times slower. */
    private static float[][] rows(int count, int length) {
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new float[length];
        }
        return rows;
    }

    /** Makes numbers of others, for a block of frames. */
    interface Weighing {
        /**
         * @param block {@code [bins][lanes]}
         * @param into {@code [filters][lanes]}, overwritten
         */
        void weigh(float[][] block, float[][] into);
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

    /** {@code [bins][lanes]}, not a copy; in the last one what is beyond {@link #frames()} is as of silence. */
    float[][] block(int block) {
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
        float[][] block = blocks[frame / lanes];
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
        float[][] copy = rows(frames, blocks[0].length);
        for (int b = 0; b < blocks.length; b++) {
            turn(blocks[b], copy, first(b), count(b));
        }
        return copy;
    }

    /** What filters make of every frame: {@code float[frames][filters]}. */
    float[][] weighed(int filters, Weighing weighing) {
        float[][] weighed = rows(frames, filters);
        float[][] sums = new float[filters][lanes];
        for (int b = 0; b < blocks.length; b++) {
            weighing.weigh(blocks[b], sums);
            turn(sums, weighed, first(b), count(b));
        }
        return weighed;
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
