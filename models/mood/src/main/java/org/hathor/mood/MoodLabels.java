package org.hathor.mood;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a clip's mood. A mood that is not a key is unknown, which is not the same as absent: nothing is
 * learnt from it.
 *
 * @param quadrant where the clip lies in the plane of valence and arousal, where known
 * @param moods for each mood that the source speaks of, whether the clip has it
 */
public record MoodLabels(Optional<Quadrant> quadrant, Map<Mood, Boolean> moods) {
    public MoodLabels {
        EnumMap<Mood, Boolean> ordered = new EnumMap<>(Mood.class);
        ordered.putAll(moods);
        moods = Collections.unmodifiableMap(ordered);
    }

    /**
     * What a quadrant says of the moods, and no more. Each quadrant has one mood of its own (Q1 happy, Q2 tense, Q3
     * sad, Q4 calm), absent in the other three; both aroused quadrants are energetic, the others are not; both
     * unpleasant ones are dark, the others are not. A quadrant says nothing of the romantic, the dreamy and the epic.
     */
    public static MoodLabels of(Quadrant quadrant) {
        Map<Mood, Boolean> moods = new EnumMap<>(Mood.class);
        moods.put(Mood.HAPPY, quadrant == Quadrant.Q1);
        moods.put(Mood.TENSE, quadrant == Quadrant.Q2);
        moods.put(Mood.SAD, quadrant == Quadrant.Q3);
        moods.put(Mood.CALM, quadrant == Quadrant.Q4);
        moods.put(Mood.ENERGETIC, quadrant.arousal() > 0);
        moods.put(Mood.DARK, quadrant.valence() < 0);
        return new MoodLabels(Optional.of(quadrant), moods);
    }
}
