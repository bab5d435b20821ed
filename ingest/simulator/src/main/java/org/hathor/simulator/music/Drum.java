package org.hathor.simulator.music;

/** What a drummer strikes. */
enum Drum {
    KICK,
    SNARE,
    HAT
}
