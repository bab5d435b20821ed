package org.hathor.listening.analyse;

import java.util.List;
import java.util.Locale;
import org.hathor.audio.feature.TrackFeatures;

/**
 * A figure at the head of the sheet.
 *
 * @param label what it is
 * @param value the figure with its unit
 * @param note how sure it is, or what else; may be empty
 */
record Figure(String label, String value, String note) {
    /** The sheet's figures, in their order. */
    static List<Figure> of(Analysis analysis) {
        TrackFeatures features = analysis.features();
        String tempoNote = features.tempo() > 0
                ? text("confidence %.2f, else %.1f", features.tempoConfidence(), features.tempoAlternative())
                : "no pulse";
        String keyNote =
                features.keyConfidence() > 0 ? text("confidence %.2f", features.keyConfidence()) : "none heard";
        return List.of(
                new Figure("Tempo", analysis.tempo(), tempoNote),
                new Figure("Key", analysis.key(), keyNote),
                new Figure("Loudness", text("%.1f LUFS", features.integratedLoudness()), "integrated"),
                new Figure("Loudness range", text("%.1f LU", features.loudnessRange()), "EBU R 128"),
                new Figure("True peak", text("%.1f dBTP", features.truePeak()), features.truePeak() > 0 ? "clips" : ""),
                new Figure(
                        "Beats",
                        Integer.toString(features.beats().length),
                        text("%.1f onsets a second", features.onsetRate())),
                new Figure(
                        "Pitch",
                        analysis.pitchSpan(),
                        analysis.pitchSpan().equals("–") ? "none clear" : "nine tenths of the time"),
                new Figure("Length", analysis.length(), ""));
    }

    private static String text(String shape, Object... values) {
        return String.format(Locale.ROOT, shape, values).replace("-", "−");
    }
}
