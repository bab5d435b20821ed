package org.hathor.audio.spectrum;

/** Where frame {@code t} lies; librosa's {@code center}. */
public enum Framing {
    /** Its middle is sample {@code t · hopLength}; the signal is padded by half a frame on both sides. */
    CENTERED,
    /** It begins at sample {@code t · hopLength}; nothing is padded, and what does not fill a frame is left out. */
    UNCENTERED
}
