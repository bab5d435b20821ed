package org.hathor.audio.spectrum;

/**
 * The discrete Fourier transform of many real frames side by side, in single precision; a row holds one sample, later
 * one bin, of all of them.
 *
 * <p>Even samples are the real and odd samples the imaginary part of a transform of half the length, which is decimated
 * in frequency by four (by two at the end, where the length asks for it), in place and depth first, so that the parts
 * stay in the nearest cache. The order it leaves the bins in is looked up instead of undone. Source: W. H. Press et
 * al., "Numerical Recipes", section 12.3; C. Van Loan, "Computational Frameworks for the FFT" (1992).
 */
final class LaneFft {
    /** After so many rows one is left unused: rows a power of two apart would push one another out of the cache. */
    private static final int SKEW = 64;

    private final FrameColumns columns;
    private final int half;
    private final int lanes;
    private final Butterflies butterflies;
    private final int[] place;
    private final float[] halvedWindow;

    /**
     * @param columns what the frames are read from
     * @param window what the frames are weighted with; as long as they are
     * @param lanes frames side by side, a multiple of {@link LaneKernels#WIDEST}
     */
    LaneFft(FrameColumns columns, double[] window, int lanes) {
        this.columns = columns;
        this.lanes = lanes;
        int nFft = window.length;
        half = nFft / 2;
        float[] cos = new float[nFft];
        float[] sin = new float[nFft];
        halvedWindow = new float[nFft];
        for (int i = 0; i < nFft; i++) {
            double angle = 2 * Math.PI * i / nFft;
            cos[i] = (float) Math.cos(angle);
            sin[i] = (float) -Math.sin(angle);
            halvedWindow[i] = (float) (window[i] / 2);
        }
        butterflies = new Butterflies(new float[row(half)], cos, sin, lanes);
        place = new int[half];
        order(0, half, 0, 1);
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
                first(j, quarter);
            }
        }
        for (int j = 0; j < sixteenth; j++) {
            // Two levels at once, while the sixteen rows that they share are at hand.
            for (int s = 0; s < 4; s++) {
                first(j + s * sixteenth, quarter);
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

    private void first(int j, int distance) {
        int a = row(j);
        int b = row(j + distance);
        int c = row(j + 2 * distance);
        int d = row(j + 3 * distance);
        butterflies.read(columns, halvedWindow, 2 * j, 2 * distance, Butterflies.Part.REAL, a, b, c, d);
        butterflies.read(columns, halvedWindow, 2 * j + 1, 2 * distance, Butterflies.Part.IMAGINARY, a, b, c, d);
        butterflies.crossAndTurn(b, c, d, 2 * j);
    }

    private void transform(int offset, int length) {
        if (length == 1) {
            return;
        }
        if (length == 2) {
            butterflies.two(row(offset), row(offset + 1));
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

    private void butterfly(int first, int distance, int turn) {
        int a = row(first);
        int b = row(first + distance);
        int c = row(first + 2 * distance);
        int d = row(first + 3 * distance);
        if (turn == 0) {
            butterflies.four(a, b, c, d);
        } else {
            butterflies.four(a, b, c, d, turn);
        }
    }

    private void split(float[][] power) {
        butterflies.ends(row(place[0]), power[0], power[half]);
        butterflies.middle(row(place[half / 2]), power[half / 2]);
        for (int k = 1; k < half / 2; k++) {
            butterflies.split(row(place[k]), row(place[half - k]), k, power[k], power[half - k]);
        }
    }

    /** Where a row begins. */
    private int row(int row) {
        return (row + row / SKEW) * 2 * lanes;
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
