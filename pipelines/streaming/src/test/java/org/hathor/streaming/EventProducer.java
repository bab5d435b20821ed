package org.hathor.streaming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Topic;

/** Puts events on their topics as the gateway does. */
public final class EventProducer implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    public EventProducer(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Returns when Kafka has them all. */
    public <T extends SpecificRecordBase> void send(Contract<T> contract, List<T> events) throws Exception {
        List<Future<?>> acknowledged = new ArrayList<>();
        for (T event : events) {
            acknowledged.add(producer.send(new ProducerRecord<>(
                    contract.topic().name(),
                    contract.key(event).getBytes(StandardCharsets.UTF_8),
                    contract.encode(event))));
        }
        for (Future<?> future : acknowledged) {
            future.get();
        }
    }

    /** Puts bytes on a topic that no contract knows. */
    public void sendBytes(Topic topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
