package org.hathor.simulator.music;

/** A way of making music: which instruments, patterns and progressions. */
public enum Style {
    ROCK,
    POP,
    HOUSE,
    BALLAD,
    JAZZ,
    HIP_HOP,
    FOLK,
    AMBIENT,
    METAL,
    LATIN,
    FUNK,
    SYNTHWAVE,
    REGGAE,
    COUNTRY,
    CLASSICAL
}
