package org.hathor.streaming.clickhouse;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Endpoints;
import org.hathor.streaming.Destination;

/**
 * A contract's ClickHouse table as the end of a stream; see {@link ClickHouseSink}.
 *
 * @param <T> the generated class
 */
public final class ClickHouseDestination<T extends SpecificRecordBase> implements Destination<T> {
    private final Contract<T> contract;
    private final Endpoints endpoints;

    public ClickHouseDestination(Contract<T> contract, Endpoints endpoints) {
        this.contract = Objects.requireNonNull(contract, "contract is null");
        this.endpoints = Objects.requireNonNull(endpoints, "endpoints is null");
    }

    @Override
    public void receive(DataStream<T> events) {
        String uid = "clickhouse-" + contract.table().orElseThrow();
        events.sinkTo(new ClickHouseSink<>(contract, endpoints.clickhouseJdbcUrl()))
                .name(uid)
                .uid(uid);
    }
}
