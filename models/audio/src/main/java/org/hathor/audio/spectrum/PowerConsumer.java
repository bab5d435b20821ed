package org.hathor.audio.spectrum;

/** Takes the power of some frames while it is at hand: some bins at a time, in ascending order, and at last all. */
interface PowerConsumer {
    /**
     * @param firstFrame the frame in lane 0
     * @param frames how many lanes are frames
     * @param power {@code [bins][lanes]}, overwritten after {@link #finish}
     * @param fromBin the first of the bins that are now in the nearest cache
     * @param toBin behind the last of them
     */
    void accept(int firstFrame, int frames, double[][] power, int fromBin, int toBin);

    /**
     * Called when every bin of these frames has been handed over.
     *
     * @param firstFrame the frame in lane 0
     * @param frames how many lanes are frames
     * @param power {@code [bins][lanes]}, overwritten after the call
     */
    default void finish(int firstFrame, int frames, double[][] power) {}
}
