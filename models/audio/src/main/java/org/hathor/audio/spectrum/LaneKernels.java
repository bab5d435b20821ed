package org.hathor.audio.spectrum;

/**
 * The inner loops of the transform and of the filter banks, over <em>lanes</em>: many frames side by side, so that the
 * same operation on the same bin of each is one vector instruction.
 *
 * <p>All arrays of a call are of one length, a multiple of {@link #WIDEST}. Both implementations do the same operations
 * in the same order, so that they agree to the last bit; but in filters, where vectors multiply and add in one step and
 * round once less.
 */
interface LaneKernels {
    /** Values of single precision in the widest vectors there are. */
    int WIDEST = 16;

    /** The vector instructions themselves where the Java runtime offers them, else loops. */
    LaneKernels FASTEST = fastest();

    private static LaneKernels fastest() {
        boolean offered = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return offered ? new VectorLaneKernels() : new LoopLaneKernels();
    }

    /**
     * One half of a radix-4 butterfly of real numbers: of four rows p, q, r, s, weighted, a, b, c, d ← (p + r) + (q +
     * s), p − r, (p + r) − (q + s), q − s.
     */
    void weightedSums(Samples p, Samples q, Samples r, Samples s, float[] a, float[] b, float[] c, float[] d);

    /** The other half: b ← (b − i·d) · turnB, d ← (b + i·d) · turnD, c ← c · turnC, complex. */
    void crossAndTurn(float[] br, float[] bi, float[] cr, float[] ci, float[] dr, float[] di, Turn b, Turn c, Turn d);

    /** A whole radix-4 butterfly, decimating in frequency. */
    void butterfly(
            float[] ar,
            float[] ai,
            float[] br,
            float[] bi,
            float[] cr,
            float[] ci,
            float[] dr,
            float[] di,
            Turn b,
            Turn c,
            Turn d);

    /** The same without twiddle factors. */
    void butterfly(float[] ar, float[] ai, float[] br, float[] bi, float[] cr, float[] ci, float[] dr, float[] di);

    /** a, b ← a + b, a − b: a radix-2 butterfly's real or imaginary half. */
    void sumAndDifference(float[] a, float[] b);

    /**
     * From bins k and M − k of the half-length transform of even and odd samples, halved, to the powers of bins k and M
     * − k of the whole.
     */
    void splitPower(float[] kr, float[] ki, float[] mr, float[] mi, Turn turn, float[] powerOfK, float[] powerOfM);

    /** into ← Σ weights[k] · rows[first + k], added in order. */
    void weigh(float[][] rows, int first, float[] weights, float[] into);

    /** intoⱼ ← Σ weights[12 k + j] · rows[k] over all rows in order, of twelve filters in one reading. */
    void weighTwelve(float[][] rows, float[] weights, float[][] into);

    /** a ← max(a, b). */
    void maximum(float[] a, float[] b);

    /** into ← decibels of power, at least those of {@link Decibels#LEAST_POWER}, to within 1e-5 dB. */
    void decibels(float[] power, float[] into);

    /**
     * Which of 64 lanes or fewer are greater than a threshold, greater than before and not less than after: bit l for
     * lane l.
     */
    long peaks(float[] before, float[] here, float[] after, float[] threshold);

    /** A row from a column on, and what it is weighted with. */
    record Samples(float[] row, int column, float weight) {}

    /** A twiddle factor, cos + i·sin. */
    record Turn(float cos, float sin) {}
}
