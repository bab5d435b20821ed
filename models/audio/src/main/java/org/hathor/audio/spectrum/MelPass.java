package org.hathor.audio.spectrum;

import java.util.Arrays;

/** Gathers a mel spectrogram, as powers and as decibels, band by band, while the power of the frames is at hand. */
final class MelPass implements PowerConsumer {
    private final SparseFilters filters;
    private final float[][] mel;
    private final double[][] decibels;
    private double[][] sums;
    private int group;
    private double loudest = Double.NEGATIVE_INFINITY;

    MelPass(SparseFilters filters, int frames) {
        this.filters = filters;
        this.mel = new float[filters.size()][frames];
        this.decibels = new double[filters.size()][frames];
    }

    @Override
    public void accept(int firstFrame, int frames, double[][] power, int fromBin, int toBin) {
        if (sums == null) {
            sums = new double[filters.size()][power[0].length];
        }
        group = filters.weigh(power, toBin, group, sums);
    }

    @Override
    public void finish(int firstFrame, int frames, double[][] power) {
        for (int m = 0; m < mel.length; m++) {
            take(sums[m], mel[m], decibels[m], firstFrame, frames);
            Arrays.fill(sums[m], 0);
        }
        group = 0;
    }

    private void take(double[] sum, float[] melRow, double[] decibelRow, int firstFrame, int frames) {
        double most = loudest;
        for (int l = 0; l < frames; l++) {
            double value = FastDecibels.ofPower(sum[l]);
            melRow[firstFrame + l] = (float) sum[l];
            decibelRow[firstFrame + l] = value;
            most = value > most ? value : most;
        }
        loudest = most;
    }

    /** Powers: {@code [mels][frames]}. */
    float[][] mel() {
        return mel;
    }

    /** Decibels, none further below the loudest than {@link Decibels#TOP_DB}: {@code [mels][frames]}. */
    double[][] limitedDecibels() {
        double floor = loudest - Decibels.TOP_DB;
        for (double[] row : decibels) {
            for (int t = 0; t < row.length; t++) {
                row[t] = Math.max(row[t], floor);
            }
        }
        return decibels;
    }
}
