package org.hathor.batch.audio;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hathor.batch.Lake;
import org.hathor.batch.audio.AnalysisColumn.Kind;
import org.hathor.lake.LakeTable;

/**
 * A table with a row for each object, keyed by (source, track_id). A row tells what it was made from and by which
 * version, and nothing of when: two runs over the same objects make the same rows. (The lake's snapshots know when.)
 */
public final class AnalysisTable {
    /** The columns that every such table begins with. */
    static final List<AnalysisColumn> KEY_COLUMNS = List.of(
            new AnalysisColumn("source", Kind.TEXT, "Where the object lies: catalogue, or folder: and a path."),
            new AnalysisColumn("track_id", Kind.TEXT, "Whose sound it is; unique within a source."),
            new AnalysisColumn("object", Kind.TEXT, "The object's path below its folder."),
            new AnalysisColumn("content_hash", Kind.TEXT, "SHA-256 of the object's bytes."),
            new AnalysisColumn("version", Kind.TEXT, "What made the row; another version makes it again."));

    private final Lake lake;
    private final LakeTable table;
    private final Optional<String> job;

    private AnalysisTable(Lake lake, LakeTable table, Optional<String> job) {
        this.lake = Objects.requireNonNull(lake, "lake is null");
        this.table = Objects.requireNonNull(table, "table is null");
        this.job = job;
    }

    /** The table of an analysis, as the lake has it. */
    static AnalysisTable of(Lake lake, Analysis analysis) {
        return new AnalysisTable(lake, definition(analysis), Optional.empty());
    }

    /** What one job has refused. */
    static AnalysisTable quarantine(Lake lake, String job) {
        return new AnalysisTable(lake, Quarantine.TABLE, Optional.of(job));
    }

    /** What the table of an analysis is to look like. */
    public static LakeTable definition(Analysis analysis) {
        return definition(analysis.tableName(), analysis.columns());
    }

    static LakeTable definition(String name, List<AnalysisColumn> own) {
        List<AnalysisColumn> columns =
                Stream.concat(KEY_COLUMNS.stream(), own.stream()).toList();
        Schema schema = new Schema(IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).at(i))
                .toList());
        return LakeTable.unpartitioned(name, schema, List.of("source", "track_id"));
    }

    /** The row of an object that was analysed. */
    static Row row(Analysed.Well well, String version) {
        AudioObject object = well.object();
        List<Object> values = new ArrayList<>(
                List.of(object.source(), object.trackId(), object.object(), object.contentHash(), version));
        values.addAll(well.values());
        return RowFactory.create(values.toArray());
    }

    /** What the rows of this source were made from, by track. */
    Map<String, Made> made(String source) {
        Column wanted = col("source").equalTo(source);
        Column rows = job.map(name -> wanted.and(col("job").equalTo(name))).orElse(wanted);
        Map<String, Made> made = new HashMap<>();
        for (Row row : lake.read(table)
                .where(rows)
                .select("track_id", "content_hash", "version")
                .collectAsList()) {
            made.put(row.getString(0), new Made(row.getString(1), row.getString(2)));
        }
        return made;
    }

    /** Puts rows in place of those with their keys, in one commit. */
    void put(List<Row> rows) {
        if (!rows.isEmpty()) {
            merge(rows, lake.read(table).schema(), "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *");
        }
    }

    /** Removes these tracks' rows, in one commit. */
    void remove(String source, Collection<String> trackIds) {
        if (trackIds.isEmpty()) {
            return;
        }
        StructType key = new StructType()
                .add("source", DataTypes.StringType, false)
                .add("track_id", DataTypes.StringType, false);
        List<Row> rows = trackIds.stream()
                .sorted()
                .map(track -> RowFactory.create(source, track))
                .toList();
        merge(rows, key, "WHEN MATCHED THEN DELETE");
    }

    private void merge(List<Row> rows, StructType schema, String what) {
        String view = "merged_into_" + table.name();
        lake.spark().createDataFrame(rows, schema).coalesce(1).createOrReplaceTempView(view);
        String ofJob = job.map(" AND t.job = '%s'"::formatted).orElse("");
        try {
            lake.spark()
                    .sql("MERGE INTO %s t USING %s s ON t.source = s.source AND t.track_id = s.track_id%s %s"
                            .formatted(Lake.name(table), view, ofJob, what));
        } finally {
            lake.spark().catalog().dropTempView(view);
        }
    }

    /**
     * What a row was made from.
     *
     * @param contentHash of the object
     * @param version of the analysis
     */
    record Made(String contentHash, String version) {
        boolean from(AudioObject object, String current) {
            return contentHash.equals(object.contentHash()) && version.equals(current);
        }
    }
}
