package org.hathor.streaming.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.hathor.contracts.Contracts;

/** The topic of listens as one plain Kafka consumer reads it, in one thread, from its beginning to its present end. */
final class ListenTopic {
    private static final String NAME = Contracts.LISTEN.topic().name();

    private final String bootstrap;

    ListenTopic(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** How many records it holds. */
    long records() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return records(consumer, partitions(consumer));
        }
    }

    /** Polls all records and does nothing with them. */
    Throughput count() {
        return read(message -> {});
    }

    /** Polls all records and decodes each into a listen. */
    Throughput decode() {
        return read(message -> Contracts.LISTEN.decode(message.value()));
    }

    /** The clock runs from the first poll that brings records to the one that brings the last. */
    private Throughput read(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            long records = records(consumer, partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long read = 0;
            Stopwatch stopwatch = null;
            while (read < records) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofSeconds(1));
                if (stopwatch == null && !polled.isEmpty()) {
                    stopwatch = Stopwatch.start();
                }
                polled.forEach(reader);
                read += polled.count();
            }
            if (stopwatch == null) {
                throw new IllegalStateException("the topic of listens is empty");
            }
            return stopwatch.stop(read);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(NAME).stream()
                .map(partition -> new TopicPartition(NAME, partition.partition()))
                .toList();
    }

    private static long records(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        return consumer.endOffsets(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue() - beginnings.get(end.getKey()))
                .sum();
    }
}
