package org.hathor.audio.spectrum;

import java.util.Arrays;

/** The spectral peaks of a recording, and what they say of its tuning; see {@link Tuning}. */
final class PeakVotes implements PowerConsumer {
    private static final double LOWEST_HERTZ = 150;
    private static final double HIGHEST_HERTZ = 4000;
    private static final float THRESHOLD = 0.1f;
    private static final int STEPS = 100;

    private final double binHertz;
    private final int firstBin;
    private final int endBin;
    private double[] pitches = new double[4096];
    private double[] magnitudes = new double[4096];
    private int peaks;

    PeakVotes(StftSettings settings, int sampleRate) {
        binHertz = settings.frequency(1, sampleRate);
        firstBin = Math.max(1, (int) Math.ceil(LOWEST_HERTZ / binHertz));
        double highest = Math.min(HIGHEST_HERTZ, sampleRate / 2.0);
        endBin = Math.min(settings.bins() - 1, (int) Math.ceil(highest / binHertz));
    }

    @Override
    public void accept(int block, float[][] power) {
        float[] threshold = power[0].clone();
        LaneKernels.FASTEST.largest(power, threshold);
        for (int l = 0; l < threshold.length; l++) {
            threshold[l] *= THRESHOLD;
        }
        for (int k = firstBin; k < endBin; k++) {
            long found = LaneKernels.FASTEST.peaks(power[k - 1], power[k], power[k + 1], threshold);
            for (long left = found; left != 0; left &= left - 1) {
                int l = Long.numberOfTrailingZeros(left);
                add(k, power[k - 1][l], power[k][l], power[k + 1][l]);
            }
        }
    }

    /** A peak, placed by the parabola through three bins. */
    private void add(int bin, double before, double here, double after) {
        double curvature = after + before - 2 * here;
        double slope = (after - before) / 2;
        double shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
        if (peaks == pitches.length) {
            pitches = Arrays.copyOf(pitches, 2 * peaks);
            magnitudes = Arrays.copyOf(magnitudes, 2 * peaks);
        }
        pitches[peaks] = (bin + shift) * binHertz;
        magnitudes[peaks] = here + 0.5 * slope * shift;
        peaks++;
    }

    /** The hundredth of a semitone most of the louder half of the peaks lie off the scale; 0 where there is no peak. */
    double tuning() {
        if (peaks == 0) {
            return 0;
        }
        double median = Median.of(Arrays.copyOf(magnitudes, peaks));
        int[] votes = new int[STEPS];
        for (int i = 0; i < peaks; i++) {
            if (magnitudes[i] >= median) {
                votes[step(pitches[i])]++;
            }
        }
        int most = 0;
        for (int s = 1; s < STEPS; s++) {
            if (votes[s] > votes[most]) {
                most = s;
            }
        }
        return edge(most);
    }

    /** The hundredth of a semitone a pitch lies in; rounding decides nothing at its edges. */
    private static int step(double hertz) {
        double semitones = 12 * (Math.log(hertz / (440.0 / 16)) / Math.log(2));
        double off = semitones - Math.floor(semitones);
        if (off >= 0.5) {
            off -= 1;
        }
        int step = Math.min(STEPS - 1, Math.max(0, (int) ((off + 0.5) * STEPS)));
        if (off < edge(step)) {
            return step - 1;
        }
        return step < STEPS - 1 && off >= edge(step + 1) ? step + 1 : step;
    }

    private static double edge(int step) {
        return -0.5 + step * (1.0 / STEPS);
    }
}
