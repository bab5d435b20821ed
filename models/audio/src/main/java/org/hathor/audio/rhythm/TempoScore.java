package org.hathor.audio.rhythm;

/**
 * Whether an estimated tempo is right, by the two accuracies customary since Gouyon et al., "An experimental comparison
 * of audio tempo induction algorithms", IEEE TASLP 14(5), 2006: within 4 % of the annotated tempo, or of a metrical
 * relative of it.
 */
public enum TempoScore {
    /** Within 4 % of the tempo: counts for Acc1 and Acc2. */
    RIGHT,
    /** Within 4 % of twice, three times, half or a third of it: counts for Acc2 only. */
    RELATED,
    /** Neither. */
    WRONG;

    private static final double TOLERANCE = 0.04;
    private static final double[] RELATIVES = {2, 3, 1 / 2.0, 1 / 3.0};

    /**
     * @param reference annotated tempo in beats a minute, positive
     * @param estimated estimated tempo in beats a minute
     */
    public static TempoScore of(double reference, double estimated) {
        if (near(reference, estimated)) {
            return RIGHT;
        }
        for (double relative : RELATIVES) {
            if (near(reference * relative, estimated)) {
                return RELATED;
            }
        }
        return WRONG;
    }

    private static boolean near(double reference, double estimated) {
        return Math.abs(estimated - reference) <= TOLERANCE * reference;
    }
}
