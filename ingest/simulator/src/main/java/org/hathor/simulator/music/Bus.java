package org.hathor.simulator.music;

/** A stem being mixed: what is in its middle, and, in stereo, how far right of it less left. */
final class Bus {
    private final float[] middle;
    private final float[] side;

    /** @param stereo whether there is a side; without it places in the room are of no account */
    Bus(int length, boolean stereo) {
        this.middle = new float[length];
        this.side = new float[stereo ? length : 0];
    }

    float[] middle() {
        return middle;
    }

    float[] side() {
        return side;
    }

    boolean stereo() {
        return side.length > 0;
    }

    /**
     * Adds a signal.
     *
     * @param pan -1 left to 1 right
     */
    void add(float[] signal, float gain, float pan) {
        for (int i = 0; i < middle.length; i++) {
            middle[i] += gain * signal[i];
        }
        if (pan != 0) {
            addSide(signal, gain * pan);
        }
    }

    void addSide(float[] signal, float gain) {
        for (int i = 0; i < side.length; i++) {
            side[i] += gain * signal[i];
        }
    }

    void reverberate(double seconds, float wet, int sampleRate) {
        if (stereo()) {
            float[] sent = middle.clone();
            float[] wide = new float[sent.length];
            new Reverb(seconds, 1.13, sampleRate).add(sent, wet, wide);
            new Reverb(seconds, 0.91, sampleRate).add(sent, -wet, wide);
            addSide(wide, 0.5f);
        }
        new Reverb(seconds, 1, sampleRate).add(middle.clone(), wet, middle);
    }
}
