package org.hathor.streaming.clickhouse;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.streaming.delivery.Batch;
import org.hathor.streaming.delivery.BatchWriter;
import org.hathor.streaming.delivery.Pace;
import org.hathor.warehouse.Warehouse;
import org.hathor.warehouse.WarehouseException;
import org.hathor.warehouse.WarehouseRows;

/**
 * Writes a contract's events into its ClickHouse table, effectively once: every checkpoint waits for the rows before
 * it, and rows that come again after a failure replace themselves, for the table keeps one row of each identity.
 *
 * @param <T> the generated class
 */
public final class ClickHouseSink<T extends SpecificRecordBase> implements Sink<T> {
    private static final long serialVersionUID = 1L;
    private static final Pace PACE = new Pace(Duration.ofMillis(500), Duration.ofSeconds(60));
    private static final int ROWS_MAX = 50_000;
    private static final long BYTES_MAX = 16 << 20;

    private final Class<T> type;
    private final String jdbcUrl;
    private final Pace pace;

    /**
     * A sink for events of a contract that is kept in a table.
     *
     * @param jdbcUrl as {@link Warehouse#open} takes it
     */
    public ClickHouseSink(Contract<T> contract, String jdbcUrl) {
        this(contract, jdbcUrl, PACE);
    }

    ClickHouseSink(Contract<T> contract, String jdbcUrl, Pace pace) {
        this.type = contract.type();
        this.jdbcUrl = Objects.requireNonNull(jdbcUrl, "jdbcUrl is null");
        this.pace = Objects.requireNonNull(pace, "pace is null");
        WarehouseRows.of(contract);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new BatchWriter<>(
                new RowBatch<>(Warehouse.open(jdbcUrl), WarehouseRows.of(Contracts.of(type))),
                pace,
                context.getProcessingTimeService());
    }

    private record RowBatch<T extends SpecificRecordBase>(Warehouse warehouse, WarehouseRows rows) implements Batch<T> {
        @Override
        public void add(T event) {
            rows.add(event);
        }

        @Override
        public boolean isEmpty() {
            return rows.size() == 0;
        }

        @Override
        public boolean isFull() {
            return rows.size() >= ROWS_MAX || rows.sizeBytes() >= BYTES_MAX;
        }

        @Override
        public void send() throws IOException {
            try {
                warehouse.insert(rows);
            } catch (WarehouseException e) {
                if (e.retryable()) {
                    throw new IOException(e.getMessage(), e);
                }
                throw e;
            }
            rows.clear();
        }

        @Override
        public void close() {
            warehouse.close();
        }
    }
}
