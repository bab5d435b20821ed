package org.hathor.simulator.music;

/**
 * A key.
 *
 * @param tonic pitch class of its first degree, 0 (C) to 11 (B)
 * @param mode major or minor
 */
public record Key(int tonic, Mode mode) {
    private static final String[] NAMES = {"C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"};

    /** @throws IllegalArgumentException when the tonic is no pitch class */
    public Key {
        if (tonic < 0 || tonic > 11) {
            throw new IllegalArgumentException("tonic must be 0 to 11, not " + tonic);
        }
    }

    /** Such as {@code C major} or {@code Eb minor}. */
    public String text() {
        return name(tonic) + (mode == Mode.MAJOR ? " major" : " minor");
    }

    /** The name of a pitch class, with flats. */
    static String name(int pitchClass) {
        return NAMES[Math.floorMod(pitchClass, 12)];
    }

    /** Whether the pitch belongs to the scale; in minor the raised seventh does too. */
    boolean holds(int midi) {
        int step = Math.floorMod(midi - tonic, 12);
        for (int degree = 0; degree < 7; degree++) {
            if (mode.step(degree) == step) {
                return true;
            }
        }
        return mode == Mode.MINOR && step == 11;
    }
}
