package org.hathor.batch.audio;

import static org.apache.spark.sql.functions.col;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.hathor.audio.fingerprint.Duplicate;
import org.hathor.audio.fingerprint.DuplicateFinder;
import org.hathor.audio.fingerprint.Fingerprint;
import org.hathor.audio.fingerprint.FingerprintIndex;
import org.hathor.batch.Lake;
import org.hathor.lake.LakeTable;

/**
 * Pairs of tracks of one source that hold the same recording. They follow from the fingerprints alone: a source's pairs
 * are replaced in one commit, which notes the state of the fingerprints that it followed from, so that nothing is
 * searched twice and a run that died in between is made good by the next.
 */
public final class Duplicates {
    /** Keyed by (source, track_id, other_id), track_id before other_id; a partition for each source. */
    public static final LakeTable TABLE = table();

    private static final String SOURCE_NOTE = "hathor.source";
    private static final String STATE_NOTE = "hathor.fingerprints";

    private final Lake lake;

    public Duplicates(Lake lake) {
        this.lake = Objects.requireNonNull(lake, "lake is null");
    }

    /**
     * Brings a source's pairs up to date with its fingerprints.
     *
     * @return how many pairs there are
     */
    long refresh(String source, FingerprintAnalysis analysis) {
        lake.ensure(TABLE);
        List<Row> fingerprints = lake.read(AnalysisTable.definition(analysis))
                .where(col("source").equalTo(source))
                .select("track_id", "content_hash", "version", "fingerprint")
                .orderBy("track_id")
                .collectAsList();
        String state = state(fingerprints);
        if (!noted(source).equals(Optional.of(state))) {
            replace(source, find(fingerprints), state);
        }
        return lake.read(TABLE).where(col("source").equalTo(source)).count();
    }

    private static List<Duplicate> find(List<Row> fingerprints) {
        FingerprintIndex index = new FingerprintIndex();
        for (Row row : fingerprints) {
            index.add(row.getString(0), Fingerprint.ofBytes((byte[]) row.get(3)));
        }
        return new DuplicateFinder(index).find();
    }

    private void replace(String source, List<Duplicate> duplicates, String state) {
        List<Row> rows = duplicates.stream()
                .map(pair -> RowFactory.create(
                        source,
                        pair.trackId(),
                        pair.otherId(),
                        pair.offsetSeconds(),
                        pair.overlapSeconds(),
                        pair.share(),
                        pair.speedRatio()))
                .toList();
        try {
            lake.spark()
                    .createDataFrame(rows, lake.read(TABLE).schema())
                    .coalesce(1)
                    .writeTo(Lake.name(TABLE))
                    .option("snapshot-property." + SOURCE_NOTE, source)
                    .option("snapshot-property." + STATE_NOTE, state)
                    .overwrite(col("source").equalTo(source));
        } catch (NoSuchTableException e) {
            throw new IllegalStateException("the lake has no table " + TABLE.name(), e);
        }
    }

    /** The state of the fingerprints that the source's pairs followed from; unknown once that commit has expired. */
    private Optional<String> noted(String source) {
        Optional<String> noted = Optional.empty();
        for (Snapshot snapshot : lake.table(TABLE).snapshots()) {
            if (source.equals(snapshot.summary().get(SOURCE_NOTE))) {
                noted = Optional.ofNullable(snapshot.summary().get(STATE_NOTE));
            }
        }
        return noted;
    }

    private static String state(List<Row> fingerprints) {
        Map<String, String> byTrack = new TreeMap<>();
        fingerprints.forEach(row -> byTrack.put(row.getString(0), row.getString(1) + ' ' + row.getString(2)));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(byTrack.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static LakeTable table() {
        Schema schema = new Schema(
                column(1, "source", Types.StringType.get(), "Where both tracks' objects lie."),
                column(2, "track_id", Types.StringType.get(), "The one track."),
                column(3, "other_id", Types.StringType.get(), "The other, after it in the order of ids."),
                column(4, "offset_seconds", Types.DoubleType.get(), "Where in the other the one begins."),
                column(5, "overlap_seconds", Types.DoubleType.get(), "How long the same recording lasts."),
                column(6, "share", Types.DoubleType.get(), "The overlap's share of the shorter track, 0 to 1."),
                column(7, "speed_ratio", Types.DoubleType.get(), "How many times faster the one is played."));
        return new LakeTable(
                "audio_duplicates",
                schema,
                PartitionSpec.builderFor(schema).identity("source").build(),
                SortOrder.builderFor(schema).asc("track_id").asc("other_id").build());
    }

    private static Types.NestedField column(int id, String name, org.apache.iceberg.types.Type type, String doc) {
        return Types.NestedField.required(id, name, type, doc);
    }
}
