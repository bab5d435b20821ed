package org.hathor.streaming;

import java.time.Duration;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;

/**
 * Leaves out what was too old at its receipt for the live path; it reaches ClickHouse and the lake by the historical
 * one.
 *
 * <p>No state. Counter {@code beyondHorizon}: the events left out by this attempt.
 *
 * @param <T> the kind of event
 */
public final class WithinHorizon<T> extends RichFilterFunction<T> {
    private static final long serialVersionUID = 1L;

    private final Age<T> age;
    private final long horizonMs;
    private transient Counter beyondHorizon;

    /**
     * How long before its receipt an event took place, in milliseconds.
     *
     * @param <T> the kind of event
     */
    @FunctionalInterface
    public interface Age<T> extends ToLongFunction<T>, java.io.Serializable {}

    /** @param horizon the oldest that is not left out */
    public WithinHorizon(Age<T> age, Duration horizon) {
        this.age = Objects.requireNonNull(age, "age is null");
        this.horizonMs = horizon.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        beyondHorizon = getRuntimeContext().getMetricGroup().counter("beyondHorizon");
    }

    @Override
    public boolean filter(T event) {
        if (age.applyAsLong(event) <= horizonMs) {
            return true;
        }
        beyondHorizon.inc();
        return false;
    }
}
