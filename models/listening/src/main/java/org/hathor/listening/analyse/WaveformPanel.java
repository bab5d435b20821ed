package org.hathor.listening.analyse;

import java.math.BigDecimal;

/** The recording as it would be drawn by an editor, with its beats. */
final class WaveformPanel {
    private WaveformPanel() {}

    static Panel waveform(Analysis analysis) {
        String beats = analysis.features().beats().length == 0
                ? "No beat was found."
                : "Orange lines fall on beats, of which there are %d."
                        .formatted(analysis.features().beats().length);
        return Panels.overTime(
                analysis, "waveform", "Waveform and beats", "Amplitude of full scale. " + beats, 170, plot -> {
                    float[] peaks = analysis.features().waveformPeaks();
                    double scale = scale(peaks);
                    for (double level : new double[] {-1, -0.5, 0, 0.5, 1}) {
                        plot.gridTick((level + 1) / 2, level == 0 ? "0" : figure(level * scale));
                    }
                    int spans = peaks.length / 2;
                    double[] xs = new double[2 * spans];
                    double[] ys = new double[2 * spans];
                    for (int i = 0; i < spans; i++) {
                        double x = plot.x((i + 0.5) * analysis.features().seconds() / spans);
                        xs[i] = x;
                        ys[i] = plot.y((Math.min(1, peaks[2 * i + 1] / scale) + 1) / 2);
                        xs[2 * spans - 1 - i] = x;
                        ys[2 * spans - 1 - i] = plot.y((Math.max(-1, peaks[2 * i] / scale) + 1) / 2) + 0.5;
                    }
                    plot.surface().polygon(xs, ys, Palette.MAIN);
                    Panels.beats(analysis, plot);
                });
    }

    private static String figure(double value) {
        return (value < 0 ? "−" : "+")
                + BigDecimal.valueOf(Math.abs(value)).stripTrailingZeros().toPlainString();
    }

    /** What the field's upper edge stands for: full scale, or less where the recording is quiet. */
    private static double scale(float[] peaks) {
        double loudest = 0;
        for (float peak : peaks) {
            loudest = Math.max(loudest, Math.abs(peak));
        }
        for (double scale : new double[] {0.01, 0.02, 0.05, 0.1, 0.2, 0.5}) {
            if (loudest <= scale) {
                return scale;
            }
        }
        return 1;
    }
}
