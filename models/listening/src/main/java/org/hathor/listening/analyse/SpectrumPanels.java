package org.hathor.listening.analyse;

import java.util.Arrays;
import org.hathor.audio.feature.FeatureExtractor;
import org.hathor.audio.spectrum.MelScale;

/** Frequencies over time. */
final class SpectrumPanels {
    private static final double MEL_TOP = MelScale.SLANEY.toMel(FeatureExtractor.SAMPLE_RATE / 2.0);
    private static final double MEL_FLOOR_DB = -80;

    private SpectrumPanels() {}

    static Panel mel(Analysis analysis) {
        return Panels.overTime(
                analysis,
                "mel",
                "Mel spectrogram",
                "Frequency in Hz, 128 mel bands; brightness from −80 dB (dark) to the loudest (light).",
                230,
                plot -> {
                    double[][] heat = Columns.means(analysis.melDecibels(), Panels.columns(plot));
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

    static Panel chroma(Analysis analysis) {
        return Panels.overTime(
                analysis,
                "chroma",
                "Chroma",
                "How strong each pitch class is, of the strongest at that moment.",
                190,
                plot -> {
                    plot.heat(Columns.means(analysis.chroma(), Panels.columns(plot)));
                    for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                        plot.tick((pitchClass + 0.5) / 12, Analysis.tonic(pitchClass));
                    }
                });
    }
}
