package org.hathor.audio.spectrum;

/**
 * The discrete Fourier transform of many real frames side by side; a row holds one sample, later one bin, of all of
 * them.
 *
 * <p>Even samples are the real and odd samples the imaginary part of a transform of half the length, which is decimated
 * in frequency by four (by two at the end, where the length asks for it), in place and depth first, so that the parts
 * stay in the nearest cache. The order it leaves the bins in is looked up instead of undone. Source: W. H. Press et
 * al., "Numerical Recipes", section 12.3; C. Van Loan, "Computational Frameworks for the FFT" (1992).
 */
final class LaneFft {
    /** After so many rows one is left unused: rows a power of two apart would push one another out of the cache. */
    private static final int SKEW = 64;

    private final int half;
    private final float[][] re;
    private final float[][] im;
    private final LaneKernels.Turn[] turns;
    private final int[] place;
    private final LaneKernels.Samples[] samples;
    private final LaneKernels kernels;

    /**
     * @param columns what the frames are read from
     * @param window what the frames are weighted with; as long as they are
     * @param lanes frames side by side, a multiple of {@link LaneKernels#WIDEST}
     * @param kernels what works on the rows
     */
    LaneFft(FrameColumns columns, double[] window, int lanes, LaneKernels kernels) {
        this.kernels = kernels;
        int nFft = window.length;
        half = nFft / 2;
        float[][] rows = new float[2 * half + 2 * half / SKEW + 2][lanes];
        re = new float[half][];
        im = new float[half][];
        for (int i = 0; i < half; i++) {
            re[i] = rows[i + i / SKEW];
            im[i] = rows[half + half / SKEW + 1 + i + i / SKEW];
        }
        place = new int[half];
        order(0, half, 0, 1);
        turns = new LaneKernels.Turn[nFft];
        samples = new LaneKernels.Samples[nFft];
        for (int i = 0; i < nFft; i++) {
            double angle = 2 * Math.PI * i / nFft;
            turns[i] = new LaneKernels.Turn((float) Math.cos(angle), (float) -Math.sin(angle));
            samples[i] = columns.sample(i, (float) (window[i] / 2));
        }
    }

    /** Whether frames of that length can be transformed here: a power of two, at least 8. */
    static boolean takes(int nFft) {
        return Integer.bitCount(nFft) == 1 && nFft >= 8;
    }

    /**
     * The powers of every frame that the columns hold.
     *
     * @param power {@code [nFft / 2 + 1][lanes]}, written
     */
    void power(float[][] power) {
        int quarter = half / 4;
        int sixteenth = quarter / 4;
        if (sixteenth == 0) {
            for (int j = 0; j < quarter; j++) {
                firstButterfly(j, quarter);
            }
        }
        for (int j = 0; j < sixteenth; j++) {
            // Two levels at once, while the sixteen rows that they share are at hand.
            for (int s = 0; s < 4; s++) {
                firstButterfly(j + s * sixteenth, quarter);
            }
            for (int s = 0; s < 4; s++) {
                butterfly(s * quarter + j, sixteenth, 8 * j);
            }
        }
        int parts = sixteenth == 0 ? 4 : 16;
        for (int s = 0; s < parts; s++) {
            transform(s * (half / parts), half / parts);
        }
        split(power);
    }

    private void firstButterfly(int j, int distance) {
        int b = j + distance;
        int c = b + distance;
        int d = c + distance;
        int n = 2 * j;
        int step = 2 * distance;
        kernels.weightedSums(
                samples[n],
                samples[n + step],
                samples[n + 2 * step],
                samples[n + 3 * step],
                re[j],
                re[b],
                re[c],
                re[d]);
        n++;
        kernels.weightedSums(
                samples[n],
                samples[n + step],
                samples[n + 2 * step],
                samples[n + 3 * step],
                im[j],
                im[b],
                im[c],
                im[d]);
        kernels.crossAndTurn(re[b], im[b], re[c], im[c], re[d], im[d], turns[2 * j], turns[4 * j], turns[6 * j]);
    }

    private void transform(int offset, int length) {
        if (length == 1) {
            return;
        }
        if (length == 2) {
            kernels.sumAndDifference(re[offset], re[offset + 1]);
            kernels.sumAndDifference(im[offset], im[offset + 1]);
            return;
        }
        int quarter = length / 4;
        int step = 2 * half / length;
        for (int j = 0; j < quarter; j++) {
            butterfly(offset + j, quarter, j * step);
        }
        for (int s = 0; s < 4; s++) {
            transform(offset + s * quarter, quarter);
        }
    }

    private void butterfly(int a, int distance, int turn) {
        int b = a + distance;
        int c = b + distance;
        int d = c + distance;
        if (turn == 0) {
            kernels.butterfly(re[a], im[a], re[b], im[b], re[c], im[c], re[d], im[d]);
        } else {
            kernels.butterfly(
                    re[a],
                    im[a],
                    re[b],
                    im[b],
                    re[c],
                    im[c],
                    re[d],
                    im[d],
                    turns[turn],
                    turns[2 * turn],
                    turns[3 * turn]);
        }
    }

    private void split(float[][] power) {
        float[] evens = re[place[0]];
        float[] odds = im[place[0]];
        int middle = place[half / 2];
        for (int i = 0; i < evens.length; i++) {
            // The window was halved for the sake of all the other bins, where two halves are added.
            float sum = evens[i] + odds[i];
            float difference = evens[i] - odds[i];
            power[0][i] = 4 * sum * sum;
            power[half][i] = 4 * difference * difference;
            power[half / 2][i] = 4 * (re[middle][i] * re[middle][i] + im[middle][i] * im[middle][i]);
        }
        for (int k = 1; k < half / 2; k++) {
            int low = place[k];
            int high = place[half - k];
            kernels.splitPower(re[low], im[low], re[high], im[high], turns[k], power[k], power[half - k]);
        }
    }

    /** Where the transform leaves each bin. */
    private void order(int offset, int length, int bin, int stride) {
        if (length == 1) {
            place[bin] = offset;
            return;
        }
        int parts = length == 2 ? 2 : 4;
        for (int s = 0; s < parts; s++) {
            order(offset + s * (length / parts), length / parts, bin + s * stride, parts * stride);
        }
    }
}
