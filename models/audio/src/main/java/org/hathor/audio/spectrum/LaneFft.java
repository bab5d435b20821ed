package org.hathor.audio.spectrum;

import java.util.Arrays;

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
    private final double[][] re;
    private final double[][] im;
    private final double[][] power;
    private final double[] cos;
    private final double[] sin;
    private final int[] place;
    private final double[] halvedWindow;

    /**
     * @param window what the frames are weighted with; as long as they are, a power of two and at least 8
     * @param lanes frames side by side
     */
    LaneFft(double[] window, int lanes) {
        int nFft = window.length;
        if (Integer.bitCount(nFft) != 1 || nFft < 8) {
            throw new IllegalArgumentException(
                    "the window must have a power of two of values, at least 8, not " + nFft);
        }
        half = nFft / 2;
        double[][] rows = new double[2 * half + 2 * half / SKEW + 2][lanes];
        re = new double[half][];
        im = new double[half][];
        for (int i = 0; i < half; i++) {
            re[i] = rows[i + i / SKEW];
            im[i] = rows[half + half / SKEW + 1 + i + i / SKEW];
        }
        place = new int[half];
        order(0, half, 0, 1);
        cos = new double[nFft];
        sin = new double[nFft];
        for (int i = 0; i < nFft; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / nFft);
            sin[i] = -Math.sin(2 * Math.PI * i / nFft);
        }
        halvedWindow = Arrays.stream(window).map(value -> value / 2).toArray();
        power = new double[half + 1][];
        for (int k = 0; k < half; k++) {
            power[k] = re[place[k]];
        }
        power[half] = im[place[0]];
    }

    /** The powers of every frame that the columns begin: {@code [nFft / 2 + 1][lanes]}, valid until the next call. */
    double[][] power(FrameColumns columns) {
        int quarter = half / 4;
        int sixteenth = quarter / 4;
        if (sixteenth == 0) {
            for (int j = 0; j < quarter; j++) {
                firstButterfly(columns, j, quarter);
            }
        }
        for (int j = 0; j < sixteenth; j++) {
            // Two levels at once, while the sixteen rows that they share are at hand.
            for (int s = 0; s < 4; s++) {
                firstButterfly(columns, j + s * sixteenth, quarter);
            }
            for (int s = 0; s < 4; s++) {
                butterfly(s * quarter + j, sixteenth, 8 * j);
            }
        }
        int parts = sixteenth == 0 ? 4 : 16;
        for (int s = 0; s < parts; s++) {
            transform(s * (half / parts), half / parts);
        }
        split();
        return power;
    }

    private void firstButterfly(FrameColumns columns, int j, int distance) {
        int b = j + distance;
        int c = b + distance;
        int d = c + distance;
        first(columns, 0, re[j], re[b], re[c], re[d], j, distance);
        first(columns, 1, im[j], im[b], im[c], im[d], j, distance);
        turnParts(b, c, d, 2 * j);
    }

    private void first(
            FrameColumns columns, int odd, double[] a, double[] b, double[] c, double[] d, int j, int distance) {
        int n = 2 * j + odd;
        int step = 2 * distance;
        columns.copy(n, a);
        columns.copy(n + step, b);
        columns.copy(n + 2 * step, c);
        columns.copy(n + 3 * step, d);
        LaneKernels.weightedSums(
                a,
                b,
                c,
                d,
                halvedWindow[n],
                halvedWindow[n + step],
                halvedWindow[n + 2 * step],
                halvedWindow[n + 3 * step]);
    }

    private void transform(int offset, int length) {
        if (length == 1) {
            return;
        }
        if (length == 2) {
            LaneKernels.sumAndDifference(re[offset], re[offset + 1]);
            LaneKernels.sumAndDifference(im[offset], im[offset + 1]);
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

    private void butterfly(int a, int distance, int twiddle) {
        int b = a + distance;
        int c = b + distance;
        int d = c + distance;
        LaneKernels.sums(re[a], re[b], re[c], re[d]);
        LaneKernels.sums(im[a], im[b], im[c], im[d]);
        turnParts(b, c, d, twiddle);
    }

    private void turnParts(int b, int c, int d, int t) {
        if (t == 0) {
            LaneKernels.cross(re[b], im[b], re[d], im[d]);
            return;
        }
        LaneKernels.crossAndTurn(re[b], im[b], re[d], im[d], cos[t], sin[t], cos[3 * t], sin[3 * t]);
        LaneKernels.turn(re[c], im[c], cos[2 * t], sin[2 * t]);
    }

    private void split() {
        double[] first = re[place[0]];
        double[] nyquist = im[place[0]];
        LaneKernels.sumAndDifference(first, nyquist);
        int middle = place[half / 2];
        for (int i = 0; i < first.length; i++) {
            // The window was halved for the sake of all the other bins, where two halves are added.
            first[i] *= 4 * first[i];
            nyquist[i] *= 4 * nyquist[i];
            re[middle][i] = 4 * (re[middle][i] * re[middle][i] + im[middle][i] * im[middle][i]);
        }
        for (int k = 1; k < half / 2; k++) {
            int low = place[k];
            int high = place[half - k];
            LaneKernels.splitPower(re[low], im[low], re[high], im[high], cos[k], sin[k]);
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
