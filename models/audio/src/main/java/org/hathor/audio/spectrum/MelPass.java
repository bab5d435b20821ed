package org.hathor.audio.spectrum;

/** Gathers a mel spectrogram, as powers and as decibels, band by band, while the power of the frames is at hand. */
final class MelPass implements PowerConsumer {
    private final SparseFilters filters;
    private final float[][] mel;
    private final double[][] decibels;
    private double[][] sums;
    private double loudest = Double.NEGATIVE_INFINITY;

    MelPass(SparseFilters filters, int frames) {
        this.filters = filters;
        this.mel = new float[filters.size()][frames];
        this.decibels = new double[filters.size()][frames];
    }

    @Override
    public void accept(int firstFrame, int frames, double[][] power) {
        if (sums == null) {
            sums = new double[filters.size()][power[0].length];
        }
        filters.weigh(power, sums);
        for (int m = 0; m < mel.length; m++) {
            take(sums[m], mel[m], decibels[m], firstFrame, frames);
        }
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
