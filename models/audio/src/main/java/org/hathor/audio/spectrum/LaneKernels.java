package org.hathor.audio.spectrum;

/**
 * What is done with the bins of many frames side by side, in <em>lanes</em>, so that the same operation on the same bin
 * of each is one vector instruction.
 *
 * <p>All arrays of a call are of one length, a multiple of {@link #WIDEST}. Both implementations do the same operations
 * in the same order, so that they agree to the last bit; but in filters, where vectors multiply and add in one step and
 * round once less.
 */
interface LaneKernels {
    /** Values of single precision in the widest vectors there are. */
    int WIDEST = 16;

    /** Whether the Java runtime offers vector instructions. */
    boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /** Those where they are offered, else loops. */
    LaneKernels FASTEST = VECTORS ? new VectorLaneKernels() : new LoopLaneKernels();

    /** into ← Σ weights[k] · rows[first + k], added in order. */
    void weigh(float[][] rows, int first, float[] weights, float[] into);

    /** intoⱼ ← Σ weights[12 k + j] · rows[k] over all rows in order, of twelve filters in one reading. */
    void weighTwelve(float[][] rows, float[] weights, float[][] into);

    /** a ← max(a, b). */
    void maximum(float[] a, float[] b);

    /** into ← decibels of power, at least those of {@link Decibels#LEAST_POWER}, to within 3e-5 dB. */
    void decibels(float[] power, float[] into);

    /**
     * Which of 64 lanes or fewer are greater than a threshold, greater than before and not less than after: bit l for
     * lane l.
     */
    long peaks(float[] before, float[] here, float[] after, float[] threshold);
}
