package org.hathor.streaming.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;

/**
 * An event as a Kafka record: topic, key and bytes as its contract says.
 *
 * @param <T> the generated class
 */
final class EventSerializer<T extends SpecificRecordBase> implements KafkaRecordSerializationSchema<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private transient Contract<T> contract;

    EventSerializer(Class<T> type) {
        this.type = Objects.requireNonNull(type, "type is null");
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T event, KafkaSinkContext context, Long timestampMs) {
        if (contract == null) {
            contract = Contracts.of(type);
        }
        return new ProducerRecord<>(
                contract.topic().name(), contract.key(event).getBytes(StandardCharsets.UTF_8), contract.encode(event));
    }
}
