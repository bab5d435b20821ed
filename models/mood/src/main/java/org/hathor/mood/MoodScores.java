package org.hathor.mood;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How likely each mood is for a track.
 *
 * @param moods probability of each mood the model knows; they need not sum to one. A mood it never heard enough of is
 *     not a key
 * @param quadrants probability of each quadrant; they sum to one
 */
public record MoodScores(Map<Mood, Double> moods, Map<Quadrant, Double> quadrants) {
    public MoodScores {
        moods = copy(moods, Mood.class);
        quadrants = copy(quadrants, Quadrant.class);
        if (quadrants.size() != MoodNetwork.QUADRANTS) {
            throw new IllegalArgumentException("quadrants: all four are needed");
        }
    }

    /** How pleasant, from -1 to 1: what is expected of the quadrants' signs. */
    public double valence() {
        return quadrants.entrySet().stream()
                .mapToDouble(e -> e.getKey().valence() * e.getValue())
                .sum();
    }

    /** How aroused, from -1 to 1: what is expected of the quadrants' signs. */
    public double arousal() {
        return quadrants.entrySet().stream()
                .mapToDouble(e -> e.getKey().arousal() * e.getValue())
                .sum();
    }

    /** The likeliest quadrant. */
    public Quadrant quadrant() {
        return Collections.max(quadrants.entrySet(), Map.Entry.comparingByValue())
                .getKey();
    }

    /** Moods at least as likely as not, likeliest first. */
    public List<Mood> likely() {
        return moods.entrySet().stream()
                .filter(e -> e.getValue() >= 0.5)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <K extends Enum<K>> Map<K, Double> copy(Map<K, Double> map, Class<K> type) {
        EnumMap<K, Double> copy = new EnumMap<>(type);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
