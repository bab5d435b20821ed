package org.hathor.streaming.identity;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets the first event of each identity pass and drops its copies.
 *
 * <p>A copy of an event that is still on the live path arrives at most the horizon after the event began; the event
 * itself was received no earlier than it began, give or take a client's fast clock. So an id need be remembered only
 * until receivedAt + horizon + skew; a copy that arrives later is beyond the horizon and takes the historical path.
 * Forgetting follows event time (receipt), never the wall clock, so reading an old backlog gives what reading it live
 * gave.
 *
 * <table><caption>State, keyed by user</caption>
 * <tr><th>state</th><th>holds</th><th>cleared by</th></tr>
 * <tr><td>{@code seen}</td><td>id → receivedAt, ms</td><td>the sweep timer: entries past their retention; a user
 * without entries has no state</td></tr>
 * <tr><td>timers</td><td>one per user and hour in which he was active</td><td>firing, when the watermark reaches the
 * full hour after the retention, plus an hour for partitions that lag</td></tr>
 * </table>
 *
 * <p>Counter {@code duplicates}: the copies dropped by this attempt.
 *
 * @param <T> the kind of event
 */
public final class Deduplicate<T> extends KeyedProcessFunction<String, T, T> {
    /** How far ahead of the gateway's clock a client's may be before the gateway refuses its listens. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final long serialVersionUID = 1L;
    private static final long SWEEP_MS = Duration.ofHours(1).toMillis();

    private final EventIdentity<T> identity;
    private final long retentionMs;
    private transient MapState<String, Long> seen;
    private transient Counter duplicates;

    /** @param horizon how old a listen may be at its receipt and still take the live path */
    public Deduplicate(EventIdentity<T> identity, Duration horizon) {
        this.identity = Objects.requireNonNull(identity, "identity is null");
        this.retentionMs = horizon.plus(CLOCK_SKEW).toMillis();
    }

    /**
     * The stream without copies.
     *
     * @param events with event time, as {@link org.hathor.streaming.kafka.KafkaTopics#read} gives them
     * @param uid the operator's uid, unique within its job
     */
    public static <T> SingleOutputStreamOperator<T> apply(
            DataStream<T> events, EventIdentity<T> identity, Duration horizon, String uid) {
        return events.keyBy(identity.userId()::apply, Types.STRING)
                .process(new Deduplicate<>(identity, horizon), events.getType())
                .name(uid)
                .uid(uid);
    }

    @Override
    public void open(OpenContext context) {
        seen = getRuntimeContext().getMapState(new MapStateDescriptor<>("seen", Types.STRING, Types.LONG));
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
    }

    @Override
    public void processElement(T event, Context context, Collector<T> out) throws Exception {
        String id = identity.id().apply(event);
        if (seen.contains(id)) {
            duplicates.inc();
            return;
        }
        long receivedAtMs = identity.receivedAt().apply(event).toEpochMilli();
        seen.put(id, receivedAtMs);
        context.timerService().registerEventTimeTimer(sweepAfterMs(receivedAtMs));
        out.collect(event);
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<T> out) throws Exception {
        Iterator<Map.Entry<String, Long>> entries = seen.iterator();
        while (entries.hasNext()) {
            if (sweepAfterMs(entries.next().getValue()) <= timestampMs) {
                entries.remove();
            }
        }
        if (seen.isEmpty()) {
            // or an empty map would stay behind for every user there ever was
            seen.clear();
        }
    }

    /** The full hour after the retention has passed, and one more. */
    private long sweepAfterMs(long receivedAtMs) {
        return (Math.floorDiv(receivedAtMs + retentionMs, SWEEP_MS) + 2) * SWEEP_MS;
    }
}
