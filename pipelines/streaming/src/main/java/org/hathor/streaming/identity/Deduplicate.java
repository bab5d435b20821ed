package org.hathor.streaming.identity;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets the first event of each identity pass and drops its copies; {@link FirstOfEach} says how, and what it keeps.
 *
 * @param <T> the kind of event
 */
public final class Deduplicate<T> extends KeyedProcessFunction<String, T, T> {
    /** How far ahead of the gateway's clock a client's may be before the gateway refuses its listens. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final long serialVersionUID = 1L;

    private final EventIdentity<T> identity;
    private final Duration horizon;
    private transient FirstOfEach<T> firstOfEach;

    /** @param horizon how old an event may be at its receipt and still take the live path */
    public Deduplicate(EventIdentity<T> identity, Duration horizon) {
        this.identity = Objects.requireNonNull(identity, "identity is null");
        this.horizon = Objects.requireNonNull(horizon, "horizon is null");
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
        firstOfEach = new FirstOfEach<>(identity, horizon, getRuntimeContext());
    }

    @Override
    public void processElement(T event, Context context, Collector<T> out) throws Exception {
        if (firstOfEach.isFirst(event, context.timerService())) {
            out.collect(event);
        }
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<T> out) throws Exception {
        firstOfEach.sweep(timestampMs);
    }
}
