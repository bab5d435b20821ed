package org.hathor.audio.spectrum;

/**
 * A number for each bin of each frame, in blocks of frames that lie side by side: {@code [blocks][bins][lanes]}. Filter
 * banks read a bin of many frames at once; people read a frame.
 */
final class FrameBlocks {
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
    static float[][] rows(int count, int length) {
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
        return weighed(block -> block, bins);
    }

    /** Makes numbers of a block of frames. */
    interface Weighing {
        /**
         * @param block {@code [bins][lanes]}
         * @return {@code [filters][lanes]}, which may be the same at each call
         */
        float[][] weigh(float[][] block);
    }

    /** What so many filters make of every frame: {@code float[frames][filters]}. */
    float[][] weighed(Weighing weighing, int filters) {
        float[][] weighed = rows(frames, filters);
        for (int b = 0; b < blocks.length; b++) {
            turn(b, weighing.weigh(blocks[b]), weighed);
        }
        return weighed;
    }

    /**
     * Copies rows into the frames of a block.
     *
     * @param rows {@code [filters or more][lanes]}
     * @param turned {@code [frames][filters]}
     */
    void turn(int block, float[][] rows, float[][] turned) {
        int first = first(block);
        int l = 0;
        for (; l + 4 <= count(block); l += 4) {
            int t = first + l;
            turnFour(rows, l, turned[t], turned[t + 1], turned[t + 2], turned[t + 3]);
        }
        for (; l < count(block); l++) {
            float[] frame = turned[first + l];
            for (int k = 0; k < frame.length; k++) {
                frame[k] = rows[k][l];
            }
        }
    }

    /** Written out, so that the compiler sees four sequences, each written in order. */
    private static void turnFour(float[][] rows, int lane, float[] a, float[] b, float[] c, float[] d) {
        for (int k = 0; k < a.length; k++) {
            float[] row = rows[k];
            a[k] = row[lane];
            b[k] = row[lane + 1];
            c[k] = row[lane + 2];
            d[k] = row[lane + 3];
        }
    }
}
