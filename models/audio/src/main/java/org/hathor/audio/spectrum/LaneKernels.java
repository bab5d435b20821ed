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

    /** a ← a + Σ weights[2 k] · rows[first + k], and b with weights[2 k + 1]: two filters of neighbouring bins. */
    void addTwo(float[][] rows, int first, float[] weights, float[] a, float[] b);

    /** into[first + j] ← Σ weights[4 k + j] · rows[k] over all rows, for j below 4: four filters of all bins. */
    void weighFour(float[][] rows, float[] weights, float[][] into, int first);

    /** into ← the largest of itself and every row; no value may be below 0. */
    void largest(float[][] rows, float[] into);

    /** into ← decibels of power, at least those of {@link Decibels#LEAST_POWER}, to within 3e-5 dB. */
    void decibels(float[] power, float[] into);

    /**
     * Which of 64 lanes or fewer are greater than a threshold, greater than before and not less than after: bit l for
     * lane l.
     */
    long peaks(float[] before, float[] here, float[] after, float[] threshold);
}
