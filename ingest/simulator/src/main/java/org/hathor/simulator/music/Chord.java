package org.hathor.simulator.music;

/**
 * A chord that sounds from one instant to another.
 *
 * @param start in seconds
 * @param end in seconds
 * @param root pitch class, 0 (C) to 11 (B)
 * @param quality what stands above the root
 */
public record Chord(double start, double end, int root, ChordQuality quality) {
    /** Such as {@code Am7}. */
    public String text() {
        return Key.name(root) + quality.suffix();
    }

    /** Whether a pitch belongs to the chord, in any octave. */
    public boolean holds(int midi) {
        for (int interval : quality.intervals()) {
            if (Math.floorMod(midi - root - interval, 12) == 0) {
                return true;
            }
        }
        return false;
    }
}
