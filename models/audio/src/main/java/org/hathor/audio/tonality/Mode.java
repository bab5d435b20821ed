package org.hathor.audio.tonality;

/** The two modes of common-practice keys. */
public enum Mode {
    MAJOR,
    MINOR
}
