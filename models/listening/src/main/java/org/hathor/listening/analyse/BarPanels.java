package org.hathor.listening.analyse;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hathor.listening.analyse.Surface.Anchor;
import org.hathor.listening.analyse.Surface.Type;
import org.hathor.mood.Mood;

/** The drawings of what is true of the whole recording, as bars. */
final class BarPanels {
    private static final int ROW = 24;
    private static final int LABEL_WIDTH = 112;
    private static final int FIGURE_WIDTH = 48;
    private static final double BAR = 12;

    private BarPanels() {}

    /** A bar of a share from 0 to 1. */
    private record Bar(String label, double share, Color colour) {}

    /** The mean strength of each pitch class, the key's tonic marked. */
    static Panel pitchClasses(Analysis analysis) {
        int height = 150;
        String caption = analysis.features().keyConfidence() > 0
                ? "Mean chroma in fifths. Key: %s, confidence %.2f; the tonic is orange."
                        .formatted(analysis.key(), analysis.features().keyConfidence())
                : "Mean chroma in fifths. No key is heard.";
        return new Panel("key", "Key", caption, height, (surface, width) -> {
            double step = width / 12;
            double strongest = 1e-6;
            for (float strength : analysis.features().chromaMean()) {
                strongest = Math.max(strongest, strength);
            }
            for (int fifth = 0; fifth < 12; fifth++) {
                int pitchClass = fifth * 7 % 12;
                double share = analysis.features().chromaMean()[pitchClass] / strongest;
                boolean tonic = pitchClass == analysis.features().key()
                        && analysis.features().keyConfidence() > 0;
                double bar = share * (height - 34);
                surface.rectangle(
                        fifth * step + 0.15 * step,
                        height - 24 - bar,
                        0.7 * step,
                        bar,
                        tonic ? Palette.WARM : Palette.MAIN);
                surface.text(
                        (fifth + 0.5) * step,
                        height - 8,
                        Analysis.tonic(pitchClass),
                        Type.LABEL,
                        Anchor.MIDDLE,
                        tonic ? Palette.WARM : Palette.QUIET);
            }
            surface.line(0, height - 24, width, height - 24, Palette.GRID, 1);
        });
    }

    /** What it is like, as far as formulas can tell. */
    static Panel character(Analysis analysis) {
        List<Bar> bars = List.of(
                new Bar("Energy", analysis.features().energy(), Palette.MAIN),
                new Bar("Danceability", analysis.features().danceability(), Palette.MAIN),
                new Bar("Acousticness", analysis.features().acousticness(), Palette.MAIN),
                new Bar("Valence", analysis.features().valence(), Palette.MAIN),
                new Bar("Arousal", analysis.features().arousal(), Palette.MAIN));
        return bars("character", "Character", "From 0 to 1, by stated formulas over the features.", bars);
    }

    /** How likely each mood is; a line that tells how to get there where no network is installed. */
    static Panel moods(Analysis analysis) {
        if (analysis.moods().isEmpty()) {
            return new Panel("moods", "Moods", analysis.moodNote(), 4, (surface, width) -> {});
        }
        List<Bar> bars = new ArrayList<>();
        analysis.moods().get().moods().entrySet().stream()
                .sorted(Map.Entry.<Mood, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(mood -> bars.add(new Bar(
                        capital(mood.getKey().label()),
                        mood.getValue(),
                        mood.getValue() >= 0.5 ? Palette.WARM : Palette.MAIN)));
        return bars("moods", "Moods", "Calibrated probability of each, by the mood network.", bars);
    }

    private static Panel bars(String id, String title, String caption, List<Bar> bars) {
        return new Panel(id, title, caption, ROW * bars.size() + 4, (surface, width) -> {
            double length = width - LABEL_WIDTH - FIGURE_WIDTH;
            for (int i = 0; i < bars.size(); i++) {
                Bar bar = bars.get(i);
                double middle = ROW * (i + 0.5);
                surface.text(0, middle + 4, bar.label(), Type.LABEL, Anchor.START, Palette.INK);
                surface.rectangle(LABEL_WIDTH, middle - BAR / 2, length, BAR, Palette.GRID);
                surface.rectangle(LABEL_WIDTH, middle - BAR / 2, length * Math.min(1, bar.share()), BAR, bar.colour());
                surface.text(width, middle + 4, "%.2f".formatted(bar.share()), Type.LABEL, Anchor.END, Palette.QUIET);
            }
        });
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
