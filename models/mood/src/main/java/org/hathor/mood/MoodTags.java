package org.hathor.mood;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The mood and theme tags of MTG-Jamendo (Bogdanov et al., "The MTG-Jamendo dataset for automatic music tagging", 2019)
 * in our moods.
 *
 * <p>A tag that names a mood says the track has it. A tag that is missing says nothing: people tag what strikes them.
 * That a track has <em>not</em> a mood is taken only from a tag of its {@link #opposites}. Tags of a use or a setting
 * (film, corporate, christmas, …) say nothing of a mood.
 */
public final class MoodTags {
    private static final String PREFIX = "mood/theme---";

    private static final Map<String, Set<Mood>> MOODS = Map.ofEntries(
            entry("happy", EnumSet.of(Mood.HAPPY)),
            entry("positive", EnumSet.of(Mood.HAPPY)),
            entry("uplifting", EnumSet.of(Mood.HAPPY)),
            entry("fun", EnumSet.of(Mood.HAPPY)),
            entry("funny", EnumSet.of(Mood.HAPPY)),
            entry("upbeat", EnumSet.of(Mood.HAPPY, Mood.ENERGETIC)),
            entry("party", EnumSet.of(Mood.HAPPY, Mood.ENERGETIC)),
            entry("energetic", EnumSet.of(Mood.ENERGETIC)),
            entry("fast", EnumSet.of(Mood.ENERGETIC)),
            entry("groovy", EnumSet.of(Mood.ENERGETIC)),
            entry("sport", EnumSet.of(Mood.ENERGETIC)),
            entry("powerful", EnumSet.of(Mood.ENERGETIC, Mood.EPIC)),
            entry("heavy", EnumSet.of(Mood.ENERGETIC, Mood.DARK)),
            entry("action", EnumSet.of(Mood.ENERGETIC, Mood.TENSE)),
            entry("dramatic", EnumSet.of(Mood.TENSE)),
            entry("drama", EnumSet.of(Mood.TENSE)),
            entry("horror", EnumSet.of(Mood.TENSE, Mood.DARK)),
            entry("dark", EnumSet.of(Mood.DARK)),
            entry("sad", EnumSet.of(Mood.SAD)),
            entry("melancholic", EnumSet.of(Mood.SAD)),
            entry("calm", EnumSet.of(Mood.CALM)),
            entry("relaxing", EnumSet.of(Mood.CALM)),
            entry("meditative", EnumSet.of(Mood.CALM)),
            entry("soft", EnumSet.of(Mood.CALM)),
            entry("mellow", EnumSet.of(Mood.CALM)),
            entry("romantic", EnumSet.of(Mood.ROMANTIC)),
            entry("love", EnumSet.of(Mood.ROMANTIC)),
            entry("sexy", EnumSet.of(Mood.ROMANTIC)),
            entry("dream", EnumSet.of(Mood.DREAMY)),
            entry("space", EnumSet.of(Mood.DREAMY)),
            entry("epic", EnumSet.of(Mood.EPIC)),
            entry("trailer", EnumSet.of(Mood.EPIC)));

    /** Tags that say nothing of a mood. */
    private static final Set<String> SILENT = Set.of(
            "adventure",
            "advertising",
            "ambiental",
            "background",
            "ballad",
            "children",
            "christmas",
            "commercial",
            "cool",
            "corporate",
            "deep",
            "documentary",
            "emotional",
            "film",
            "game",
            "holiday",
            "hopeful",
            "inspiring",
            "melodic",
            "motivational",
            "movie",
            "nature",
            "retro",
            "slow",
            "soundscape",
            "summer",
            "travel");

    private MoodTags() {}

    /** Every tag known here, of a mood or not. */
    public static Set<String> vocabulary() {
        Set<String> tags = new TreeSet<>(MOODS.keySet());
        tags.addAll(SILENT);
        return tags;
    }

    /** The moods a tag names, with or without the data set's prefix; none for a tag of a use, or an unknown one. */
    public static Set<Mood> moods(String tag) {
        String bare = tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : tag;
        Set<Mood> moods = EnumSet.noneOf(Mood.class);
        moods.addAll(MOODS.getOrDefault(bare, Set.of()));
        return moods;
    }

    /** What a track that has the mood has not, as most people hear it. The relation goes both ways. */
    public static Set<Mood> opposites(Mood mood) {
        return switch (mood) {
            case HAPPY -> EnumSet.of(Mood.SAD, Mood.DARK);
            case ENERGETIC -> EnumSet.of(Mood.CALM, Mood.DREAMY);
            case TENSE -> EnumSet.of(Mood.CALM, Mood.ROMANTIC);
            case DARK -> EnumSet.of(Mood.HAPPY, Mood.ROMANTIC);
            case SAD -> EnumSet.of(Mood.HAPPY);
            case CALM -> EnumSet.of(Mood.ENERGETIC, Mood.TENSE, Mood.EPIC);
            case ROMANTIC -> EnumSet.of(Mood.TENSE, Mood.DARK);
            case DREAMY -> EnumSet.of(Mood.ENERGETIC);
            case EPIC -> EnumSet.of(Mood.CALM);
        };
    }

    /** What a track's tags say of its moods; a mood that is tagged is there, whatever else is. */
    public static MoodLabels labels(Collection<String> tags) {
        Map<Mood, Boolean> labels = new EnumMap<>(Mood.class);
        for (String tag : tags) {
            for (Mood mood : moods(tag)) {
                opposites(mood).forEach(opposite -> labels.putIfAbsent(opposite, false));
                labels.put(mood, true);
            }
        }
        return new MoodLabels(Optional.empty(), labels);
    }
}
