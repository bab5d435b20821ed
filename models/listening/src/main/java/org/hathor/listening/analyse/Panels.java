package org.hathor.listening.analyse;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.hathor.audio.feature.FeatureExtractor;
import org.hathor.audio.spectrum.MelScale;

/** The drawings over time, each from one analysis. */
final class Panels {
    private static final int COLUMNS_MAX = 900;
    private static final double MEL_TOP = MelScale.SLANEY.toMel(FeatureExtractor.SAMPLE_RATE / 2.0);
    private static final double MEL_FLOOR_DB = -80;
    private static final double BPM_MIN = 30;
    private static final double BPM_MAX = 300;
    private static final int BPM_ROWS = 120;
    private static final double LUFS_MIN = -60;
    /** Units between the lines of beats; where there is less room, every other one is left out, and so on. */
    private static final double BEAT_ROOM = 5;

    private Panels() {}

    /** All of them, in the order of the sheet. */
    static List<Panel> of(Analysis analysis) {
        return List.of(
                waveform(analysis),
                mel(analysis),
                chroma(analysis),
                onsets(analysis),
                tempogram(analysis),
                pitch(analysis),
                loudness(analysis),
                BarPanels.pitchClasses(analysis),
                BarPanels.character(analysis),
                BarPanels.moods(analysis));
    }

    private static Panel overTime(
            Analysis analysis, String id, String title, String caption, int height, Consumer<Plot> drawing) {
        return new Panel(id, title, caption, height, (surface, width) -> {
            Plot plot = new Plot(surface, width, height, analysis.features().seconds());
            drawing.accept(plot);
            plot.timeAxis();
        });
    }

    private static Panel waveform(Analysis analysis) {
        String beats = analysis.features().beats().length == 0
                ? "No beat was found."
                : "Orange lines fall on beats, of which there are %d."
                        .formatted(analysis.features().beats().length);
        return overTime(analysis, "waveform", "Waveform and beats", "Amplitude of full scale. " + beats, 170, plot -> {
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
            beats(analysis, plot);
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

    private static void beats(Analysis analysis, Plot plot) {
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

    private static Panel mel(Analysis analysis) {
        return overTime(
                analysis,
                "mel",
                "Mel spectrogram",
                "Frequency in Hz, 128 mel bands; brightness from −80 dB (dark) to the loudest (light).",
                230,
                plot -> {
                    double[][] heat = Columns.means(analysis.melDecibels(), columns(plot));
                    double loudest = Arrays.stream(heat)
                            .flatMapToDouble(Arrays::stream)
                            .max()
                            .orElse(0);
                    for (double[] column : heat) {
                        for (int band = 0; band < column.length; band++) {
                            column[band] = 1 - (column[band] - loudest) / MEL_FLOOR_DB;
                        }
                    }
                    plot.heat(heat);
                    for (int hertz : new int[] {250, 500, 1000, 2000, 4000, 8000}) {
                        plot.tick(
                                MelScale.SLANEY.toMel(hertz) / MEL_TOP,
                                hertz < 1000 ? Integer.toString(hertz) : hertz / 1000 + "k");
                    }
                });
    }

    private static Panel chroma(Analysis analysis) {
        return overTime(
                analysis,
                "chroma",
                "Chroma",
                "How strong each pitch class is, of the strongest at that moment.",
                190,
                plot -> {
                    plot.heat(Columns.means(analysis.chroma(), columns(plot)));
                    for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                        plot.tick((pitchClass + 0.5) / 12, Analysis.tonic(pitchClass));
                    }
                });
    }

    private static Panel onsets(Analysis analysis) {
        return overTime(
                analysis,
                "onsets",
                "Onset strength",
                "Rise of the mel bands, dB a frame; %.1f onsets a second. Orange lines fall on beats."
                        .formatted(analysis.features().onsetRate()),
                130,
                plot -> {
                    double[] strength = Columns.maxima(analysis.onsetStrength(), columns(plot));
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
                    beats(analysis, plot);
                });
    }

    private static Panel tempogram(Analysis analysis) {
        String caption = analysis.features().tempo() > 0
                ? "Periods the onsets repeat at, as BPM. The lines: tempo %.1f, else %.1f BPM."
                        .formatted(
                                analysis.features().tempo(), analysis.features().tempoAlternative())
                : "Periods the onsets repeat at, as BPM.";
        return overTime(analysis, "tempogram", "Tempogram", caption, 190, plot -> {
            double[][] lags = Columns.means(analysis.tempogram(), columns(plot));
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

    private static Panel pitch(Analysis analysis) {
        float[] f0 = analysis.pitch().f0();
        boolean pitched = analysis.pitch().voicedShare() > 0;
        String caption = pitched
                ? "Of the clearest single voice, by note; clear %.0f %% of the time, else a gap."
                        .formatted(100 * analysis.pitch().voicedShare())
                : "No pitch is clear.";
        return overTime(analysis, "pitch", "Pitch contour", caption, 190, plot -> {
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

    private static Panel loudness(Analysis analysis) {
        return overTime(
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

    private static int columns(Plot plot) {
        return (int) Math.min(COLUMNS_MAX, plot.fieldWidth());
    }
}
