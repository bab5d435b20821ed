package org.hathor.simulator.music;

import java.util.EnumMap;
import java.util.Map;

/** A piece as sound: four stems of equal length that add up to the mix. */
public final class Rendering {
    private final int sampleRate;
    private final Map<Stem, float[]> stems;
    private final float[] mix;

    Rendering(int sampleRate, Map<Stem, float[]> stems, float[] mix) {
        this.sampleRate = sampleRate;
        this.stems = new EnumMap<>(stems);
        this.mix = mix;
    }

    /** Samples a second. */
    public int sampleRate() {
        return sampleRate;
    }

    /** One stem, mono, as loud as it is in the mix. Not copied. */
    public float[] stem(Stem stem) {
        return stems.get(stem);
    }

    /** All stems together, mono, within -1 to 1. Not copied. */
    public float[] mix() {
        return mix;
    }
}
