package org.hathor.batch.mood;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.batch.audio.Analysis;
import org.hathor.batch.audio.AnalysisColumn;
import org.hathor.batch.audio.AnalysisColumn.Kind;
import org.hathor.batch.audio.AudioObject;
import org.hathor.batch.audio.Decoder;
import org.hathor.batch.audio.MachineException;
import org.hathor.batch.audio.RefusedException;
import org.hathor.mood.LogMelFrontEnd;
import org.hathor.mood.Mood;
import org.hathor.mood.MoodModel;
import org.hathor.mood.MoodScores;
import org.hathor.mood.Quadrant;

/**
 * A track's moods by one version of the mood network.
 *
 * @param version of the network
 * @param folder where it lies, the same on every machine
 */
record MoodAnalysis(String version, String folder) implements Analysis {
    static final String TABLE = "audio_moods";

    /** One network a JVM and version, for all its tasks; some megabytes each. */
    private static final Map<String, MoodModel> MODELS = new ConcurrentHashMap<>();

    private static final List<AnalysisColumn> COLUMNS = columnsOf();

    @Override
    public String job() {
        return "score-mood";
    }

    @Override
    public String tableName() {
        return TABLE;
    }

    @Override
    public List<AnalysisColumn> columns() {
        return COLUMNS;
    }

    @Override
    public List<Object> analyse(AudioObject object) throws RefusedException {
        MoodModel model = MODELS.computeIfAbsent(folder, MoodAnalysis::load);
        return values(model.predict(Decoder.decode(object, AudioFormat.mono(LogMelFrontEnd.SAMPLE_RATE))));
    }

    static List<Object> values(MoodScores scores) {
        List<Object> values = new ArrayList<>();
        values.add(scores.valence());
        values.add(scores.arousal());
        values.add(scores.quadrant().name());
        for (Quadrant quadrant : Quadrant.values()) {
            values.add(scores.quadrants().get(quadrant));
        }
        for (Mood mood : Mood.values()) {
            Double probability = scores.moods().get(mood);
            values.add(probability == null ? OptionalDouble.empty() : OptionalDouble.of(probability));
        }
        return values;
    }

    private static List<AnalysisColumn> columnsOf() {
        List<AnalysisColumn> columns = new ArrayList<>();
        columns.add(new AnalysisColumn("valence", Kind.DOUBLE, "How pleasant, -1 to 1."));
        columns.add(new AnalysisColumn("arousal", Kind.DOUBLE, "How aroused, -1 to 1."));
        columns.add(new AnalysisColumn("quadrant", Kind.TEXT, "The likeliest of Q1 to Q4."));
        for (Quadrant quadrant : Quadrant.values()) {
            columns.add(new AnalysisColumn(
                    quadrant.name().toLowerCase(java.util.Locale.ROOT),
                    Kind.DOUBLE,
                    "Probability of " + quadrant + "; the four sum to 1."));
        }
        for (Mood mood : Mood.values()) {
            columns.add(new AnalysisColumn(
                    mood.label(),
                    Kind.MAYBE_DOUBLE,
                    "Probability that it is %s; null where the network does not know the mood."
                            .formatted(mood.label())));
        }
        return List.copyOf(columns);
    }

    private static MoodModel load(String folder) {
        try {
            return MoodModel.load(Path.of(folder));
        } catch (IOException e) {
            throw new MachineException(
                    "the mood network in %s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
