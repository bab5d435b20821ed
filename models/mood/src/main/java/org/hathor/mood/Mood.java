package org.hathor.mood;

import java.util.Locale;

/**
 * A mood that a track either has or has not; a track may have several. The order is the order of the network's outputs:
 * new moods go to the end, and a model's vocabulary says which it knows.
 */
public enum Mood {
    HAPPY,
    ENERGETIC,
    TENSE,
    DARK,
    SAD,
    CALM,
    ROMANTIC,
    DREAMY,
    EPIC;

    /** Its name as people and tables write it, e.g. {@code happy}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no mood of that label */
    public static Mood ofLabel(String label) {
        for (Mood mood : values()) {
            if (mood.label().equals(label)) {
                return mood;
            }
        }
        throw new IllegalArgumentException("no mood is called '" + label + "'");
    }
}
