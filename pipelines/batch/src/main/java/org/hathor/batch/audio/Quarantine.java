package org.hathor.batch.audio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hathor.batch.audio.AnalysisColumn.Kind;
import org.hathor.lake.LakeTable;

/**
 * Objects that a job has refused, and why. A refused object is not tried again until its bytes or the job's version
 * change; then its row goes.
 */
public final class Quarantine {
    /** Keyed by (source, track_id, job). */
    public static final LakeTable TABLE = table();

    private static final int MESSAGE_CHARACTERS_MAX = 500;

    private Quarantine() {}

    static Row row(Analysed.Refused refused, String job, String version, Instant at) {
        AudioObject object = refused.object();
        String message = refused.message() == null ? "" : refused.message();
        return RowFactory.create(
                object.source(),
                object.trackId(),
                object.object(),
                object.contentHash(),
                version,
                job,
                refused.reason(),
                message.substring(0, Math.min(message.length(), MESSAGE_CHARACTERS_MAX)),
                java.sql.Timestamp.from(at));
    }

    private static LakeTable table() {
        LakeTable texts = AnalysisTable.definition(
                "audio_quarantine",
                List.of(
                        new AnalysisColumn("job", Kind.TEXT, "Which job refused it."),
                        new AnalysisColumn("reason", Kind.TEXT, "Why, as a name in capitals."),
                        new AnalysisColumn("message", Kind.TEXT, "Why, for a person.")));
        List<Types.NestedField> columns = new ArrayList<>(texts.schema().columns());
        columns.add(Types.NestedField.required(
                2 * columns.size() + 1, "at", Types.TimestampType.withZone(), "When it was refused."));
        return LakeTable.unpartitioned(texts.name(), new Schema(columns), List.of("source", "track_id"));
    }
}
