package org.hathor.mood;

/**
 * A quarter of Russell's plane of emotions ("A circumplex model of affect", 1980), numbered as in EMOPIA (Hung et al.,
 * ISMIR 2021).
 */
public enum Quadrant {
    /** High valence, high arousal. */
    Q1(1, 1),
    /** Low valence, high arousal. */
    Q2(-1, 1),
    /** Low valence, low arousal. */
    Q3(-1, -1),
    /** High valence, low arousal. */
    Q4(1, -1);

    private final int valence;
    private final int arousal;

    Quadrant(int valence, int arousal) {
        this.valence = valence;
        this.arousal = arousal;
    }

    /** 1 where the feeling is pleasant, -1 where it is not. */
    public int valence() {
        return valence;
    }

    /** 1 where the feeling is aroused, -1 where it is not. */
    public int arousal() {
        return arousal;
    }

    /** The quadrant a point of the plane lies in; the axes count as high. */
    public static Quadrant at(double valence, double arousal) {
        if (arousal >= 0) {
            return valence >= 0 ? Q1 : Q2;
        }
        return valence >= 0 ? Q4 : Q3;
    }
}
