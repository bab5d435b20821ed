package org.hathor.streaming.trending;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Takes from each event what trending needs, and leaves out those beyond the horizon.
 *
 * <p>No state. Counter {@code beyondHorizon}: the events left out by this attempt.
 *
 * @param <T> the kind of event
 */
final class ReadEngagements<T> extends RichFlatMapFunction<T, Engagement> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, Engagement> reading;
    private final long horizonMs;
    private transient Counter beyondHorizon;

    ReadEngagements(SerializableFunction<T, Engagement> reading, Duration horizon) {
        this.reading = Objects.requireNonNull(reading, "reading is null");
        this.horizonMs = horizon.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        beyondHorizon = getRuntimeContext().getMetricGroup().counter("beyondHorizon");
    }

    @Override
    public void flatMap(T event, Collector<Engagement> out) {
        Engagement engagement = reading.apply(event);
        if (engagement.receivedAtMs() - engagement.atMs() > horizonMs) {
            beyondHorizon.inc();
        } else {
            out.collect(engagement);
        }
    }
}
