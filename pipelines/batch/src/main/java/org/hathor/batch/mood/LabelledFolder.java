package org.hathor.batch.mood;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.hathor.batch.JobContext;
import org.hathor.batch.Lake;
import org.hathor.batch.audio.AnalysisRun;
import org.hathor.batch.audio.AnalysisTable;
import org.hathor.batch.audio.ObjectFolder;
import org.hathor.mood.LabelledClips;
import org.hathor.mood.LogMel;
import org.hathor.mood.MoodClip;
import org.hathor.mood.MoodLabels;
import org.hathor.mood.Quadrant;

/**
 * A folder of music whose moods are known: beside each {@code name.wav} (or any other sound) a {@code name.json} with
 * {@code "quadrant": "Q1"} to {@code "Q4"}, as the simulator's {@code music} writes them, and, where several recordings
 * are cut from one song, {@code "song"}. A recording without such a file is passed over.
 *
 * <p>Spectrograms are made in parallel and kept in the lake, so that a recording is heard once.
 */
final class LabelledFolder implements LabelledClips {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JobContext context;
    private final ObjectFolder folder;

    LabelledFolder(JobContext context, Path folder) {
        this.context = Objects.requireNonNull(context, "context is null");
        this.folder = ObjectFolder.music(folder);
    }

    @Override
    public String name() {
        return "labelled music in " + folder.path().getFileName();
    }

    @Override
    public String licence() {
        return "as its owner says; generated pieces are free";
    }

    @Override
    public List<MoodClip> clips() throws IOException {
        LogMelAnalysis analysis = new LogMelAnalysis();
        AnalysisRun.Config everything = new AnalysisRun.Config(1, 1_000, 512L << 20, AnalysisRun.RefusedBefore.KEEP);
        new AnalysisRun(context, analysis, everything, step -> {}).over(folder);
        context.progress().phase("reading spectrograms");
        List<Row> rows = new Lake(context.spark())
                .read(AnalysisTable.definition(analysis))
                .where(col("source").equalTo(folder.source()))
                .select("track_id", "object", "log_mel")
                .orderBy("track_id")
                .collectAsList();
        List<MoodClip> clips = new ArrayList<>();
        for (Row row : rows) {
            Optional<JsonNode> label = label(folder.path().resolve(row.getString(1)));
            if (label.isPresent()) {
                String song = label.get().path("song").asText(row.getString(0));
                clips.add(new MoodClip(
                        row.getString(0),
                        song,
                        new LogMel((byte[]) row.get(2)),
                        labels(row.getString(0), label.get())));
            }
        }
        return clips;
    }

    private static MoodLabels labels(String track, JsonNode label) throws IOException {
        String quadrant = label.path("quadrant").asText();
        for (Quadrant each : Quadrant.values()) {
            if (each.name().equals(quadrant)) {
                return MoodLabels.of(each);
            }
        }
        throw new IOException(
                "the label of %s must have \"quadrant\": Q1, Q2, Q3 or Q4, not '%s'".formatted(track, quadrant));
    }

    private static Optional<JsonNode> label(Path recording) throws IOException {
        String name = recording.getFileName().toString();
        Path label = recording.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
        return Files.isRegularFile(label) ? Optional.of(JSON.readTree(label.toFile())) : Optional.empty();
    }
}
