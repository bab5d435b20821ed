package org.hathor.audio.spectrum;

/** Takes the power of some frames while it is at hand. */
@FunctionalInterface
interface PowerConsumer {
    /**
     * @param firstFrame the frame in lane 0
     * @param frames how many lanes are frames
     * @param power {@code [bins][lanes]}, overwritten after the call
     */
    void accept(int firstFrame, int frames, double[][] power);
}
