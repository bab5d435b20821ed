package org.hathor.streaming.redis;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.hathor.streaming.delivery.BatchWriter;
import org.hathor.streaming.delivery.Pace;

/**
 * Writes absolute values to Redis. Every checkpoint waits until Redis has what came before it; what comes again after a
 * failure writes the same values again. Values of one place must come from one subtask, in order.
 *
 * @param <T> the kind of result
 */
public final class RedisSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;
    private static final Pace PACE = new Pace(Duration.ofMillis(250), Duration.ofSeconds(60));

    private final URI url;
    private final RedisForm<T> form;
    private final Pace pace;

    /** @param url {@code redis://:password@host:port/database} */
    public RedisSink(URI url, RedisForm<T> form) {
        this(url, form, PACE);
    }

    RedisSink(URI url, RedisForm<T> form, Pace pace) {
        this.url = Objects.requireNonNull(url, "url is null");
        this.form = Objects.requireNonNull(form, "form is null");
        this.pace = Objects.requireNonNull(pace, "pace is null");
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new BatchWriter<>(new RedisBatch<>(url, form), pace, context.getProcessingTimeService());
    }
}
