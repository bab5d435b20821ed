package org.hathor.listening.analyse;

import java.util.Locale;
import java.util.Map;
import org.hathor.audio.feature.TrackFeatures;
import org.hathor.mood.MoodScores;

/** The analysis in words, for a terminal. */
final class Summary {
    private static final int BAR_LENGTH = 20;

    private Summary() {}

    /** Several lines, each with its end. */
    static String of(Analysis analysis) {
        TrackFeatures features = analysis.features();
        StringBuilder text = new StringBuilder(analysis.name().replaceAll("\\p{Cntrl}", "?")).append('\n');
        line(text, "length", analysis.length() + "  (" + analysis.format() + ")");
        for (Figure figure : Figure.of(analysis)) {
            if (!figure.label().equals("Length")) {
                line(
                        text,
                        figure.label().toLowerCase(Locale.ROOT),
                        figure.value() + (figure.note().isEmpty() ? "" : "  (" + figure.note() + ")"));
            }
        }
        bar(text, "energy", features.energy());
        bar(text, "danceability", features.danceability());
        bar(text, "acousticness", features.acousticness());
        bar(text, "valence", features.valence());
        bar(text, "arousal", features.arousal());
        if (analysis.moods().isPresent()) {
            MoodScores moods = analysis.moods().get();
            moods.moods().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue((one, other) -> Double.compare(other, one)))
                    .forEach(mood -> bar(text, mood.getKey().label(), mood.getValue()));
        } else {
            line(text, "moods", analysis.moodNote());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format(Locale.ROOT, "  %-15s %s%n", label, value));
    }

    private static void bar(StringBuilder text, String label, double share) {
        int full = (int) Math.round(BAR_LENGTH * Math.max(0, Math.min(1, share)));
        line(
                text,
                label,
                "█".repeat(full) + "░".repeat(BAR_LENGTH - full) + String.format(Locale.ROOT, " %.2f", share));
    }
}
