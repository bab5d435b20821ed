package org.hathor.batch.mood;

import java.util.List;
import org.hathor.batch.audio.AnalysisTable;
import org.hathor.lake.LakeTable;

/** The lake's tables of moods. */
public final class MoodTables {
    /** A row a track, by {@code score-mood}. */
    public static final LakeTable MOODS = AnalysisTable.definition(new MoodAnalysis("", ""));

    /** A row a labelled recording: what {@code train-mood} hears of it. */
    public static final LakeTable LOG_MELS = AnalysisTable.definition(new LogMelAnalysis());

    private MoodTables() {}

    public static List<LakeTable> all() {
        return List.of(MOODS, LOG_MELS);
    }
}
