package org.hathor.audio.spectrum;

/** The power of a signal's frames, one after the other. */
public interface FrameSource {
    /** Takes what is read of one frame. */
    @FunctionalInterface
    interface FrameReader {
        /**
         * Takes one frame.
         *
         * @param frame its number
         * @param power one value a bin; overwritten after the call
         */
        void read(int frame, float[] power);
    }

    /** How the frames are made. */
    StftSettings settings();

    /** Samples a second of the signal. */
    int sampleRate();

    /** How many frames. */
    int frames();

    /** Reads every frame in order. */
    void forEachFrame(FrameReader reader);

    /** How many bins in a frame. */
    default int bins() {
        return settings().bins();
    }

    /** Frames a second. */
    default double frameRate() {
        return (double) sampleRate() / settings().hopLength();
    }

    /** The frequency of a bin's middle, in hertz. */
    default double frequency(int bin) {
        return settings().frequency(bin, sampleRate());
    }
}
