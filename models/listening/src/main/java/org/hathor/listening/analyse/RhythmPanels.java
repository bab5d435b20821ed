package org.hathor.listening.analyse;

import java.awt.Color;
import java.util.Arrays;

/** Where something begins, and how fast it comes again. */
final class RhythmPanels {
    private static final double BPM_MIN = 30;
    private static final double BPM_MAX = 300;
    private static final int BPM_ROWS = 120;

    private RhythmPanels() {}

    static Panel onsets(Analysis analysis) {
        return Panels.overTime(
                analysis,
                "onsets",
                "Onset strength",
                "Rise of the mel bands, dB a frame; %.1f onsets a second. Orange lines fall on beats."
                        .formatted(analysis.features().onsetRate()),
                130,
                plot -> {
                    double[] strength = Columns.maxima(analysis.onsetStrength(), Panels.columns(plot));
                    // The first frame of a recording may rise from silence by more than all that follows.
                    double[] sorted = Arrays.stream(strength).sorted().toArray();
                    double top = Math.max(1, 1.25 * sorted[(int) (0.995 * (sorted.length - 1))]);
                    double step = top > 20 ? 10 : top > 8 ? 5 : top > 3 ? 2 : 1;
                    for (double level = 0; level <= top; level += step) {
                        plot.gridTick(level / top, "%.0f".formatted(level));
                    }
                    double[] shares = Arrays.stream(strength).map(s -> s / top).toArray();
                    plot.area(shares, Palette.SOFT);
                    plot.curve(shares, Palette.MAIN, 1.2);
                    Panels.beats(analysis, plot);
                });
    }

    static Panel tempogram(Analysis analysis) {
        String caption = analysis.features().tempo() > 0
                ? "Periods the onsets repeat at, as BPM. The lines: tempo %.1f, else %.1f BPM."
                        .formatted(
                                analysis.features().tempo(), analysis.features().tempoAlternative())
                : "Periods the onsets repeat at, as BPM.";
        return Panels.overTime(analysis, "tempogram", "Tempogram", caption, 190, plot -> {
            double[][] lags = Columns.means(analysis.tempogram(), Panels.columns(plot));
            double[][] heat = new double[lags.length][BPM_ROWS];
            for (int column = 0; column < lags.length; column++) {
                for (int row = 0; row < BPM_ROWS; row++) {
                    double bpm = BPM_MIN * Math.pow(BPM_MAX / BPM_MIN, (row + 0.5) / BPM_ROWS);
                    heat[column][row] = between(lags[column], 60 * analysis.frameRate() / bpm);
                }
                stretch(heat[column]);
            }
            plot.heat(heat);
            for (int bpm : new int[] {30, 60, 90, 120, 180, 240}) {
                plot.tick(tempoShare(bpm), Integer.toString(bpm));
            }
            tempoLine(analysis, plot, analysis.features().tempo(), Color.WHITE, 1.5);
            tempoLine(analysis, plot, analysis.features().tempoAlternative(), new Color(255, 255, 255, 110), 1);
        });
    }

    /** To the whole range from 0 to 1: what is common to all periods says nothing. */
    private static void stretch(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        for (int i = 0; i < values.length; i++) {
            values[i] = most > least ? (values[i] - least) / (most - least) : 0;
        }
    }

    private static void tempoLine(Analysis analysis, Plot plot, double bpm, Color colour, double width) {
        if (bpm > BPM_MIN && bpm < BPM_MAX) {
            double y = plot.y(tempoShare(bpm));
            plot.surface().line(plot.x(0), y, plot.x(analysis.features().seconds()), y, colour, width);
        }
    }

    private static double tempoShare(double bpm) {
        return Math.log(bpm / BPM_MIN) / Math.log(BPM_MAX / BPM_MIN);
    }

    private static double between(double[] values, double place) {
        int below = (int) place;
        if (below + 1 >= values.length) {
            return 0;
        }
        double rest = place - below;
        return values[below] * (1 - rest) + values[below + 1] * rest;
    }
}
