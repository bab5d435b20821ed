package org.hathor.simulator.music;

/** Major or minor. */
public enum Mode {
    /** The steps 0, 2, 4, 5, 7, 9, 11. */
    MAJOR(0, 2, 4, 5, 7, 9, 11),
    /** Natural minor, 0, 2, 3, 5, 7, 8, 10; its dominant borrows the leading note of the harmonic scale. */
    MINOR(0, 2, 3, 5, 7, 8, 10);

    @SuppressWarnings("ImmutableEnumChecker") // Never written, never handed out.
    private final int[] steps;

    Mode(int... steps) {
        this.steps = steps;
    }

    /**
     * Semitones above the tonic of a degree of the scale.
     *
     * @param degree 0 is the tonic; above 6 and below 0 in further octaves
     */
    int step(int degree) {
        return steps[Math.floorMod(degree, 7)] + 12 * Math.floorDiv(degree, 7);
    }
}
