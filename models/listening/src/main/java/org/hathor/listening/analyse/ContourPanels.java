package org.hathor.listening.analyse;

import java.util.Arrays;

/** One line over time. */
final class ContourPanels {
    private static final double LUFS_MIN = -60;

    private ContourPanels() {}

    static Panel pitch(Analysis analysis) {
        float[] f0 = analysis.pitch().f0();
        boolean pitched = analysis.pitch().voicedShare() > 0;
        String caption = pitched
                ? "Of the clearest single voice, by note; clear %.0f %% of the time, else a gap."
                        .formatted(100 * analysis.pitch().voicedShare())
                : "No pitch is clear.";
        return Panels.overTime(analysis, "pitch", "Pitch contour", caption, 190, plot -> {
            int low = 36;
            int high = 96;
            double[] midi = new double[f0.length];
            for (int i = 0; i < f0.length; i++) {
                midi[i] = f0[i] > 0 ? 69 + 12 * Math.log(f0[i] / 440) / Math.log(2) : Double.NaN;
            }
            if (pitched) {
                low = 12
                        * (int) Math.floor(
                                Arrays.stream(midi).filter(m -> m > 0).min().orElse(low) / 12);
                high = 12
                        * (int) Math.ceil(
                                Arrays.stream(midi).filter(m -> m > 0).max().orElse(high) / 12 + 0.01);
            }
            for (int note = low; note <= high; note += 12) {
                plot.gridTick((double) (note - low) / (high - low), "C" + (note / 12 - 1));
            }
            int from = low;
            double range = (double) high - low;
            plot.curve(Arrays.stream(midi).map(m -> (m - from) / range).toArray(), Palette.MAIN, 1.6);
        });
    }

    static Panel loudness(Analysis analysis) {
        return Panels.overTime(
                analysis,
                "loudness",
                "Loudness",
                "Short term, over 3 s, in LUFS. Orange: integrated, %.1f LUFS."
                        .formatted(analysis.features().integratedLoudness())
                        .replace('-', '−'),
                150,
                plot -> {
                    double[] curve = analysis.loudness();
                    double top = 5 * Math.ceil(Arrays.stream(curve).max().orElse(-5) / 5 + 0.2);
                    double bottom = Math.max(
                            LUFS_MIN,
                            Math.min(
                                    top - 20,
                                    10 * Math.floor(Arrays.stream(curve).min().orElse(-30) / 10)));
                    for (double level = bottom; level <= top; level += 10) {
                        plot.gridTick(
                                (level - bottom) / (top - bottom),
                                "%.0f".formatted(level).replace('-', '−'));
                    }
                    if (curve.length > 0) {
                        double[] shares = Arrays.stream(curve)
                                .map(lufs -> (lufs - bottom) / (top - bottom))
                                .toArray();
                        plot.area(shares, Palette.SOFT);
                        plot.curve(shares, Palette.MAIN, 1.6);
                    }
                    double integrated = analysis.features().integratedLoudness();
                    if (integrated > bottom) {
                        double y = plot.y((integrated - bottom) / (top - bottom));
                        plot.surface()
                                .line(plot.x(0), y, plot.x(analysis.features().seconds()), y, Palette.WARM, 1.5);
                    }
                });
    }
}
