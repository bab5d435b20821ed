package org.hathor.audio.spectrum;

import java.util.Arrays;

/** Gathers a mel spectrogram, as powers and as decibels, while the power of the frames is at hand. */
final class MelPass implements PowerConsumer {
    private final SparseFilters filters;
    private final float[][] mel;
    private final float[][] sums;
    private final FrameBlocks decibels;
    private final float[] loudest;

    MelPass(SparseFilters filters, int frames, int lanes) {
        this.filters = filters;
        this.mel = new float[frames][];
        this.sums = new float[filters.size()][lanes];
        this.decibels = new FrameBlocks(filters.size(), frames, lanes);
        this.loudest = new float[lanes];
        Arrays.fill(loudest, Float.NEGATIVE_INFINITY);
    }

    @Override
    public void accept(int block, float[][] power) {
        float[][] levels = decibels.block(block);
        filters.weigh(power, sums);
        for (int m = 0; m < sums.length; m++) {
            LaneKernels.FASTEST.decibels(sums[m], levels[m]);
            LaneKernels.FASTEST.maximum(loudest, levels[m]);
        }
        decibels.turn(block, sums, mel);
    }

    /** Powers: {@code [frames][mels]}. */
    float[][] mel() {
        return mel;
    }

    /** Decibels, none further below the loudest than {@link Decibels#TOP_DB}. */
    FrameBlocks limitedDecibels() {
        float most = Float.NEGATIVE_INFINITY;
        for (float level : loudest) {
            most = Math.max(most, level);
        }
        float floor = (float) (most - Decibels.TOP_DB);
        for (int b = 0; b < decibels.size(); b++) {
            for (float[] row : decibels.block(b)) {
                for (int l = 0; l < row.length; l++) {
                    row[l] = Math.max(row[l], floor);
                }
            }
        }
        return decibels;
    }
}
