package org.hathor.audio.rhythm;

/**
 * How fast the beat goes.
 *
 * @param bpm beats a minute; 0 where no beat was found
 * @param confidence in [0, 1]: how probable it is that {@code bpm} is the tempo and no multiple of it; 0 where no beat
 *     was found
 * @param alternativeBpm half or double of {@code bpm}, whichever is the likelier second reading; 0 where no beat was
 *     found
 */
public record Tempo(double bpm, double confidence, double alternativeBpm) {
    /** No beat was found. */
    public static final Tempo NONE = new Tempo(0, 0, 0);

    public Tempo {
        if (!(bpm >= 0) || !(alternativeBpm >= 0)) {
            throw new IllegalArgumentException("tempo must not be negative: " + bpm + ", " + alternativeBpm);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], not " + confidence);
        }
    }
}
