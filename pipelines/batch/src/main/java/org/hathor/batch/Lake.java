package org.hathor.batch;

import java.util.Objects;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hathor.contracts.Endpoints;
import org.hathor.lake.LakeCatalog;
import org.hathor.lake.LakeTable;

/** The lake's tables as Spark sees them. */
public final class Lake {
    private final SparkSession spark;

    /** @param spark a session made by {@link SparkSessions#withLake} */
    public Lake(SparkSession spark) {
        this.spark = Objects.requireNonNull(spark, "spark is null");
    }

    /** Creates those of the tables that are missing, and the tables of facts. */
    public static void ensure(Endpoints endpoints, LakeTable... tables) {
        try (LakeCatalog<?> catalog = LakeCatalog.open(endpoints)) {
            catalog.ensure();
            for (LakeTable table : tables) {
                catalog.ensure(table);
            }
        }
    }

    /** Creates those of the tables that are missing, in whatever catalogue the session has. */
    public void ensure(LakeTable... tables) {
        LakeCatalog<?> catalog = sessionCatalog(Spark3Util.loadIcebergCatalog(spark, LakeCatalog.NAME));
        for (LakeTable table : tables) {
            catalog.ensure(table);
        }
    }

    /** The lake's catalogues all have namespaces, which Iceberg's type does not say. The session closes it. */
    @SuppressWarnings("unchecked")
    private static <C extends Catalog & SupportsNamespaces> LakeCatalog<C> sessionCatalog(Catalog catalog) {
        return new LakeCatalog<>((C) catalog);
    }

    /** Catalogue, namespace and name, as SQL takes it. */
    public static String name(LakeTable table) {
        return "%s.%s.%s".formatted(LakeCatalog.NAME, LakeTable.NAMESPACE, table.name());
    }

    /** The table's rows as of the moment of reading. */
    public Dataset<Row> read(LakeTable table) {
        return spark.read().table(name(table));
    }

    /** The table's rows as of its snapshot of now: the same however often they are read, while streaming appends. */
    public Dataset<Row> pinned(LakeTable table) {
        Snapshot current = table(table).currentSnapshot();
        return current == null ? read(table) : read(table, current.snapshotId());
    }

    /** The table's rows as of one of its snapshots. */
    public Dataset<Row> read(LakeTable table, long snapshotId) {
        return spark.read().option("snapshot-id", snapshotId).table(name(table));
    }

    /** The table itself, for commits of files. */
    public Table table(LakeTable table) {
        try {
            return Spark3Util.loadIcebergTable(spark, name(table));
        } catch (AnalysisException e) {
            throw new IllegalStateException("the lake has no table " + name(table), e);
        }
    }

    public SparkSession spark() {
        return spark;
    }
}
