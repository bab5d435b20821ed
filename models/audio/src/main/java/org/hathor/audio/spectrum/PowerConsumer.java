package org.hathor.audio.spectrum;

/** Takes the power of some frames while it is at hand. */
interface PowerConsumer {
    /**
     * @param block which of the spectrogram's
     * @param power {@code [bins][lanes]}; lanes beyond the last frame are silent
     */
    void accept(int block, float[][] power);
}
