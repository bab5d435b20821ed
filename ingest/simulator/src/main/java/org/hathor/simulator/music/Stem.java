package org.hathor.simulator.music;

/** A part of the mix that can be heard on its own. */
public enum Stem {
    /** A singer, made of a glottal source and the formants of vowels. */
    VOICE,
    /** Drum kit and percussion. */
    DRUMS,
    /** One bass. */
    BASS,
    /** Everything else: keys, guitars, pads, and the tune where nobody sings. */
    OTHER
}
