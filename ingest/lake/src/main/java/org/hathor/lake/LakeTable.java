package org.hathor.lake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * What a table of the lake is to look like.
 *
 * @param name the table's name within the namespace {@link #NAMESPACE}
 * @param schema its columns; ids are given anew when the table is created
 * @param partitioning how rows are spread over folders
 * @param sortOrder how rows lie within a file that Spark writes
 */
public record LakeTable(String name, Schema schema, PartitionSpec partitioning, SortOrder sortOrder) {
    public static final String NAMESPACE = "ledger";

    /**
     * What all tables have in common. Flink only appends while Spark merges and deletes, hence snapshot isolation and
     * delete files; a commit by one is simply tried again by the other. Small row groups bound a writer's memory.
     */
    public static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("format-version", "2"),
            Map.entry("write.format.default", "parquet"),
            Map.entry("write.parquet.compression-codec", "zstd"),
            Map.entry("write.parquet.row-group-size-bytes", "16777216"),
            Map.entry("write.target-file-size-bytes", "134217728"),
            Map.entry("write.delete.mode", "merge-on-read"),
            Map.entry("write.update.mode", "merge-on-read"),
            Map.entry("write.merge.mode", "merge-on-read"),
            Map.entry("write.delete.isolation-level", "snapshot"),
            Map.entry("write.update.isolation-level", "snapshot"),
            Map.entry("write.merge.isolation-level", "snapshot"),
            Map.entry("write.metadata.delete-after-commit.enabled", "true"),
            Map.entry("write.metadata.previous-versions-max", "20"),
            Map.entry("history.expire.max-snapshot-age-ms", "86400000"),
            Map.entry("history.expire.min-snapshots-to-keep", "20"),
            Map.entry("commit.retry.num-retries", "20"));

    public LakeTable {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(schema, "schema is null");
        Objects.requireNonNull(partitioning, "partitioning is null");
        Objects.requireNonNull(sortOrder, "sortOrder is null");
    }

    /** A table without partitions. */
    public static LakeTable unpartitioned(String name, Schema schema, List<String> sortColumns) {
        return new LakeTable(name, schema, PartitionSpec.unpartitioned(), ascending(schema, sortColumns));
    }

    /**
     * A table with a partition for each UTC day.
     *
     * @param dayColumn a column of type {@code date}, {@code timestamp} or {@code timestamptz}
     */
    public static LakeTable daily(String name, Schema schema, String dayColumn, List<String> sortColumns) {
        PartitionSpec days = PartitionSpec.builderFor(schema).day(dayColumn).build();
        return new LakeTable(name, schema, days, ascending(schema, sortColumns));
    }

    /** Namespace and name. */
    public TableIdentifier identifier() {
        return TableIdentifier.of(Namespace.of(NAMESPACE), name);
    }

    private static SortOrder ascending(Schema schema, List<String> columns) {
        SortOrder.Builder order = SortOrder.builderFor(schema);
        columns.forEach(order::asc);
        return order.build();
    }
}
