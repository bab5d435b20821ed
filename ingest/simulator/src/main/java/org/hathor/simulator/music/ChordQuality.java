package org.hathor.simulator.music;

/** What stands above a chord's root. */
public enum ChordQuality {
    MAJOR("", 0, 4, 7),
    MINOR("m", 0, 3, 7),
    DIMINISHED("dim", 0, 3, 6),
    SUSPENDED("sus4", 0, 5, 7),
    POWER("5", 0, 7),
    DOMINANT_SEVENTH("7", 0, 4, 7, 10),
    MAJOR_SEVENTH("maj7", 0, 4, 7, 11),
    MINOR_SEVENTH("m7", 0, 3, 7, 10),
    HALF_DIMINISHED("m7b5", 0, 3, 6, 10);

    private final String suffix;

    @SuppressWarnings("ImmutableEnumChecker") // Never written, never handed out.
    private final int[] intervals;

    ChordQuality(String suffix, int... intervals) {
        this.suffix = suffix;
        this.intervals = intervals;
    }

    /** What is written after the root's name. */
    public String suffix() {
        return suffix;
    }

    /** Semitones above the root, ascending from 0. */
    public int[] intervals() {
        return intervals.clone();
    }
}
