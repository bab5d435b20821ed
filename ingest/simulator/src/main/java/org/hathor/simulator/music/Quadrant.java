package org.hathor.simulator.music;

/** A quarter of Russell's plane of emotions (1980), numbered as in EMOPIA (Hung et al., ISMIR 2021). */
public enum Quadrant {
    /** High valence, high arousal: happy, excited. */
    Q1(true, true),
    /** Low valence, high arousal: tense, angry. */
    Q2(false, true),
    /** Low valence, low arousal: sad. */
    Q3(false, false),
    /** High valence, low arousal: calm, content. */
    Q4(true, false);

    private final boolean pleasant;
    private final boolean aroused;

    Quadrant(boolean pleasant, boolean aroused) {
        this.pleasant = pleasant;
        this.aroused = aroused;
    }

    /** Whether its valence is high. */
    public boolean pleasant() {
        return pleasant;
    }

    /** Whether its arousal is high. */
    public boolean aroused() {
        return aroused;
    }
}
