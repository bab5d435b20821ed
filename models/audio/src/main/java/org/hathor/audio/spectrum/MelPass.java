package org.hathor.audio.spectrum;

/** Gathers a mel spectrogram, as powers and as decibels, while the power of the frames is at hand. */
final class MelPass implements PowerConsumer {
    private final TriangularFilters filters;
    private final float[][] mel;
    private final float[][] sums;
    private final FrameBlocks decibels;
    private final float[] loudest;

    MelPass(TriangularFilters filters, int frames, int lanes) {
        this.filters = filters;
        this.mel = FrameBlocks.rows(frames, filters.size());
        this.sums = filters.sums(lanes);
        this.decibels = new FrameBlocks(filters.size(), frames, lanes);
        this.loudest = new float[lanes];
    }

    @Override
    public void accept(int block, float[][] power) {
        filters.weigh(power, sums);
        LaneKernels.FASTEST.largest(sums, loudest);
        float[][] levels = decibels.block(block);
        for (int m = 0; m < levels.length; m++) {
            LaneKernels.FASTEST.decibels(sums[m], levels[m]);
        }
        decibels.turn(block, sums, mel);
    }

    /** Powers: {@code [frames][mels]}. */
    float[][] mel() {
        return mel;
    }

    /** Decibels, none further below the loudest than {@link Decibels#TOP_DB}. */
    FrameBlocks limitedDecibels() {
        float most = 0;
        for (float power : loudest) {
            most = Math.max(most, power);
        }
        float floor = (float) (FastDecibels.ofPower(most) - Decibels.TOP_DB);
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
