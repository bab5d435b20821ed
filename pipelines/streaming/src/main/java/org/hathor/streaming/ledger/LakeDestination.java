package org.hathor.streaming.ledger;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.Schema;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Endpoints;
import org.hathor.lake.LakeCatalog;
import org.hathor.lake.LakeTable;
import org.hathor.streaming.Destination;

/**
 * A table of the lake that takes every event exactly once: files are written as events come and committed to the table
 * when their checkpoint completes.
 *
 * @param <T> the generated class
 */
final class LakeDestination<T extends SpecificRecordBase> implements Destination<T> {
    /**
     * So many checkpoints without events pass before one is committed all the same, to carry the last one's number on.
     */
    private static final String EMPTY_COMMITS_SKIPPED = "360";

    private final Contract<T> contract;
    private final LakeTable table;
    private final TableLoader loader;

    LakeDestination(Contract<T> contract, LakeTable table, Endpoints endpoints) {
        this.contract = Objects.requireNonNull(contract, "contract is null");
        this.table = Objects.requireNonNull(table, "table is null");
        CatalogLoader catalog = CatalogLoader.custom(
                LakeCatalog.NAME, LakeCatalog.properties(endpoints), new Configuration(), JdbcCatalog.class.getName());
        this.loader = TableLoader.fromCatalog(catalog, table.identifier());
    }

    @Override
    public void receive(DataStream<T> events) {
        Schema schema = currentSchema();
        String uid = "lake-" + table.name();
        DataStream<RowData> rows = events.map(
                        LakeRows.<T>of(contract.schema(), schema), InternalTypeInfo.of(FlinkSchemaUtil.convert(schema)))
                .name("rows of " + table.name())
                .uid(uid + "-rows");
        IcebergSink.forRowData(rows)
                .tableLoader(loader)
                .distributionMode(DistributionMode.NONE)
                .set("flink.max-continuous-empty-commits", EMPTY_COMMITS_SKIPPED)
                .uidSuffix(uid)
                .append()
                .name(uid);
    }

    private Schema currentSchema() {
        try (TableLoader once = loader.clone()) {
            once.open();
            return once.loadTable().schema();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
