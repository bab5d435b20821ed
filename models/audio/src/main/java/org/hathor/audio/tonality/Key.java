package org.hathor.audio.tonality;

import java.util.List;
import java.util.Objects;

/**
 * The key of a recording.
 *
 * @param tonic pitch class 0 to 11, C = 0
 * @param mode major or minor
 * @param confidence in [0, 1]: how probable it is that the key is right; near 1/24 where nothing speaks for any
 */
public record Key(int tonic, Mode mode, double confidence) {
    /** Keys there are: twelve tonics in two modes. */
    public static final int COUNT = 24;

    private static final List<String> NAMES = List.of("C", "D♭", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B");

    public Key {
        Objects.requireNonNull(mode, "mode is null");
        if (tonic < 0 || tonic > 11) {
            throw new IllegalArgumentException("tonic must be 0 to 11, not " + tonic);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], not " + confidence);
        }
    }

    /**
     * MIREX's weighted score of this key as an estimate of another: 1 for the same key, 0.5 a perfect fifth above it in
     * the same mode, 0.3 for the relative and 0.2 for the parallel key, else 0. As mir_eval's
     * {@code key.weighted_score} with its defaults, a fifth below counts nothing.
     */
    public double score(Key reference) {
        int interval = Math.floorMod(tonic - reference.tonic, 12);
        if (mode == reference.mode) {
            return interval == 0 ? 1 : interval == 7 ? 0.5 : 0;
        }
        int relative = reference.mode == Mode.MAJOR ? 9 : 3;
        return interval == relative ? 0.3 : interval == 0 ? 0.2 : 0;
    }

    /** As musicians write it, e.g. "F♯ minor". */
    public String title() {
        return NAMES.get(tonic) + (mode == Mode.MAJOR ? " major" : " minor");
    }
}
