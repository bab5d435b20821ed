package org.hathor.listening.analyse;

import java.util.List;
import java.util.function.Consumer;

/** The drawings of one analysis, and what those over time have in common. */
final class Panels {
    private static final int COLUMNS_MAX = 900;

    /** Units between the lines of beats; where there is less room, every other one is left out, and so on. */
    private static final double BEAT_ROOM = 5;

    private Panels() {}

    /** All of them, in the order of the sheet. */
    static List<Panel> of(Analysis analysis) {
        return List.of(
                WaveformPanel.waveform(analysis),
                SpectrumPanels.mel(analysis),
                SpectrumPanels.chroma(analysis),
                RhythmPanels.onsets(analysis),
                RhythmPanels.tempogram(analysis),
                ContourPanels.pitch(analysis),
                ContourPanels.loudness(analysis),
                BarPanels.pitchClasses(analysis),
                BarPanels.character(analysis),
                BarPanels.moods(analysis));
    }

    /** A panel with time from left to right. */
    static Panel overTime(
            Analysis analysis, String id, String title, String caption, int height, Consumer<Plot> drawing) {
        return new Panel(id, title, caption, height, (surface, width) -> {
            Plot plot = new Plot(surface, width, height, analysis.features().seconds());
            drawing.accept(plot);
            plot.timeAxis();
        });
    }

    /** A line at each beat, as far as there is room. */
    static void beats(Analysis analysis, Plot plot) {
        double[] times = analysis.features().beats();
        double perBeat = plot.fieldWidth() / Math.max(1, times.length);
        int step = 1;
        while (step * perBeat < BEAT_ROOM) {
            step *= 2;
        }
        for (int beat = 0; beat < times.length; beat += step) {
            plot.vertical(Math.min(times[beat], analysis.features().seconds()), Palette.BEAT, 1);
        }
    }

    /** How many columns of a matrix over time a plot can show. */
    static int columns(Plot plot) {
        return (int) Math.min(COLUMNS_MAX, plot.fieldWidth());
    }
}
