package org.hathor.streaming.kafka;

import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hathor.contracts.MalformedEventException;

/**
 * Reads as much of each event as a job needs, and passes over what cannot be read: the job that keeps the whole event
 * writes the letter about it.
 *
 * <p>Counter {@code poison}: the unreadable events seen by this attempt.
 *
 * @param <R> what is made of an event
 */
final class ProjectionDeserializer<R> implements KafkaRecordDeserializationSchema<R> {
    private static final long serialVersionUID = 1L;

    private final Projection<?, R> projection;
    private final TypeInformation<R> produced;
    private transient Projection.Decoder<R> decoder;
    private transient Counter poison;

    ProjectionDeserializer(Projection<?, R> projection, TypeInformation<R> produced) {
        this.projection = Objects.requireNonNull(projection, "projection is null");
        this.produced = Objects.requireNonNull(produced, "produced is null");
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        decoder = projection.decoder();
        poison = context.getMetricGroup().counter("poison");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<R> out) {
        R read;
        try {
            if (message.value() == null) {
                poison.inc();
                return;
            }
            read = decoder.decode(message.value());
        } catch (MalformedEventException e) {
            poison.inc();
            return;
        }
        out.collect(read);
    }

    @Override
    public TypeInformation<R> getProducedType() {
        return produced;
    }
}
