package org.hathor.batch.mood;

import java.nio.file.Path;
import java.util.Locale;
import org.hathor.batch.JobReport;
import org.hathor.mood.Evaluation;
import org.hathor.mood.ModelCard;

/** What a training of moods tells: the card's figures, and the table a person reads. */
final class MoodReport {
    private MoodReport() {}

    /** A version that was made now. */
    static JobReport of(ModelCard card, Path written) {
        JobReport.Builder report = JobReport.builder()
                .figure("model", card.model())
                .figure("version", card.version())
                .figure("trained", true)
                .figure("accuracy", card.quality().accuracy())
                .figure("calibrationError", card.quality().calibrationError())
                .figure("baselineAccuracy", card.baseline().accuracy())
                .figure("promoted", card.promoted())
                .figure("because", card.because())
                .figure("files", written.toString());
        card.trainedOn()
                .forEach(source -> report.line(
                        "%s: %,d clips of %,d songs (%s)",
                        source.source(), source.clips(), source.songs(), source.licence()));
        return report.line("%s %s, %s.", card.model(), card.version(), card.split())
                .line("              quadrant right  macro F1  calibration error  valence  arousal")
                .line("%s", line("network", card.quality()))
                .line("%s", line("regression", card.baseline()))
                .line(
                        "%s.",
                        card.because().substring(0, 1).toUpperCase(Locale.ROOT)
                                + card.because().substring(1))
                .ok();
    }

    /**
     * A version that was there before.
     *
     * @param rowThere whether its row was, too; a run that died just before writing it left only files
     */
    static JobReport ofKnown(ModelCard card, Path folder, boolean rowThere) {
        return JobReport.builder()
                .figure("model", card.model())
                .figure("version", card.version())
                .figure("trained", false)
                .figure("promoted", card.promoted())
                .figure("files", folder.toString())
                .line(
                        rowThere
                                ? "%s %s was made from these clips and settings before: nothing changes."
                                : "%s %s was made by a run that died before it could say so: its row is written now.",
                        card.model(),
                        card.version())
                .ok();
    }

    private static String line(String name, Evaluation figures) {
        return String.format(
                Locale.ROOT,
                "%-12s  %14.3f  %8.3f  %17.3f  %7.3f  %7.3f",
                name,
                figures.accuracy(),
                figures.macroF1(),
                figures.calibrationError(),
                figures.valenceRight(),
                figures.arousalRight());
    }
}
