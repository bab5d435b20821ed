package org.hathor.audio.spectrum;

import java.util.Arrays;
import java.util.List;

/**
 * Computes the power of a signal's frames, as many at once as fit the cache. Has working memory: one thread at a time.
 */
final class PowerFrames {
    /** Frames side by side, from the most. */
    private static final int[] LANES = {64, 32, LaneKernels.WIDEST};

    /** Values of a transform that fit the cache. */
    private static final int CACHED_VALUES = 1 << 18;

    private final StftSettings settings;
    private final int lanes;
    private final FrameColumns columns;
    private final LaneFft fft;

    /**
     * @param settings of the transform, of which {@link LaneFft#takes} the length
     * @param frames about as many as there will be
     */
    PowerFrames(StftSettings settings, int frames) {
        this.settings = settings;
        this.lanes = lanes(settings.nFft(), frames);
        this.columns = new FrameColumns(settings, lanes);
        this.fft = new LaneFft(columns, settings.paddedWindow(), lanes);
    }

    /** Whether it suits that many frames. */
    boolean suits(int frames) {
        return lanes == lanes(settings.nFft(), frames);
    }

    /** Fills the blocks, and hands each to the consumers, in order. */
    void run(float[] y, FrameBlocks blocks, List<PowerConsumer> consumers) {
        for (int block = 0; block < blocks.size(); block++) {
            float[][] power = blocks.block(block);
            int count = blocks.count(block);
            columns.read(y, settings.start(blocks.first(block)), count, settings.padMode());
            fft.power(power);
            requireFinite(y, power[1], count);
            if (count < lanes) {
                silence(power, count);
            }
            for (PowerConsumer consumer : consumers) {
                consumer.accept(block, power);
            }
        }
    }

    /** Frames behind the last one would hear the end of the signal better than that one does. */
    private static void silence(float[][] power, int count) {
        for (float[] bin : power) {
            Arrays.fill(bin, count, bin.length, 0);
        }
    }

    /** A sample that is not finite leaves no bin of its frames finite: one bin tells whether to look for it. */
    private static void requireFinite(float[] y, float[] bin, int count) {
        for (int l = 0; l < count; l++) {
            if (!Float.isFinite(bin[l])) {
                SignalCheck.requireFinite(y, "y");
            }
        }
    }

    /** Frames taken side by side. */
    static int lanes(int nFft, int frames) {
        int chosen = LANES[LANES.length - 1];
        for (int candidate : LANES) {
            boolean fits = (long) candidate * nFft <= CACHED_VALUES;
            boolean filled = candidate <= frames;
            if (fits && filled) {
                return candidate;
            }
        }
        return chosen;
    }
}
