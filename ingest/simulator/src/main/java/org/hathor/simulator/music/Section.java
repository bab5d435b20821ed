package org.hathor.simulator.music;

/**
 * A part of a piece's form.
 *
 * @param firstBar its first bar, 0 is the piece's first
 * @param bars how many it has
 * @param intensity how full it is, 0 to 1
 * @param drums how much of the kit plays
 */
record Section(Kind kind, int firstBar, int bars, double intensity, Drumming drums) {
    /** What a section is in its song. */
    enum Kind {
        INTRO,
        VERSE,
        CHORUS,
        BRIDGE,
        OUTRO
    }

    /** How much of the kit plays. */
    enum Drumming {
        /** Nobody drums. */
        NONE,
        /** Feet and cymbals: no backbeat stroke is loud. */
        LIGHT,
        /** The whole pattern. */
        FULL
    }

    int endBar() {
        return firstBar + bars;
    }
}
