package org.hathor.streaming.ledger;

import java.time.Duration;
import java.time.Instant;
import org.apache.avro.SchemaNormalization;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.catalogue.CatalogueEntry;

/**
 * Drops a description that says nothing new: one as before, or one older than what was said last. Sources that know
 * only names describe a track with each of its listens, and the catalogue must not grow by that.
 *
 * <p>This only saves room; readers take the latest description anyway. So forgetting may follow the wall clock.
 *
 * <table><caption>State, keyed by kind and id</caption>
 * <tr><th>state</th><th>holds</th><th>cleared by</th></tr>
 * <tr><td>{@code newest}</td><td>when the newest description was made (ms) and its 64-bit fingerprint</td><td>a day
 * without any description of the thing</td></tr>
 * </table>
 */
public final class DropRepeats extends KeyedProcessFunction<String, CatalogueEntry, CatalogueEntry> {
    private static final long serialVersionUID = 1L;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private transient Contract<CatalogueEntry> contract;
    private transient ValueState<Tuple2<Long, Long>> newest;

    /** What the stream is keyed by. */
    public static String key(CatalogueEntry entry) {
        return entry.getKind() + ":" + entry.getEntryId();
    }

    @Override
    public void open(OpenContext context) {
        contract = Contracts.of(CatalogueEntry.class);
        ValueStateDescriptor<Tuple2<Long, Long>> descriptor =
                new ValueStateDescriptor<>("newest", Types.TUPLE(Types.LONG, Types.LONG));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED)
                .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
                .cleanupIncrementally(10, false)
                .build());
        newest = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(CatalogueEntry entry, Context context, Collector<CatalogueEntry> out) throws Exception {
        Tuple2<Long, Long> known = newest.value();
        long describedAtMs = entry.getDescribedAt().toEpochMilli();
        long fingerprint = fingerprint(entry);
        if (known != null && (describedAtMs < known.f0 || fingerprint == known.f1)) {
            return;
        }
        newest.update(Tuple2.of(describedAtMs, fingerprint));
        out.collect(entry);
    }

    /** Of all that the entry says, but not of when it was said. */
    private long fingerprint(CatalogueEntry entry) {
        CatalogueEntry timeless =
                CatalogueEntry.newBuilder(entry).setDescribedAt(Instant.EPOCH).build();
        return SchemaNormalization.fingerprint64(contract.encode(timeless));
    }
}
