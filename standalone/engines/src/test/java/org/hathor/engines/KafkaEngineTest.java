package org.hathor.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaEngineTest {
    private static final TopicPartition LISTENS = new TopicPartition("listens", 0);
    private static final long LONG_AGO = 1_000_000_000_000L;

    @TempDir
    Path data;

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        Engines engines = Scratch.engines(data);
        String before;
        try (KafkaEngine kafka = engines.startKafka()) {
            before = kafka.bootstrap();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", before))) {
                NewTopic topic = new NewTopic("listens", 1, (short) 1).configs(Map.of("retention.ms", "86400000"));
                admin.createTopics(List.of(topic)).all().get();
            }
            send(before, "transaction-1", "one", "two");
            Scratch.kill(kafka);
        }
        try (KafkaEngine kafka = engines.startKafka()) {
            assertThat(kafka.bootstrap()).isEqualTo(before);
            send(before, "transaction-1", "three");
            List<ConsumerRecord<String, String>> records = read(before, 3);
            assertThat(records).extracting(ConsumerRecord::value).containsExactly("one", "two", "three");
            assertThat(records)
                    .as("retention counts from the arrival, not from the producer's time")
                    .allMatch(record -> record.timestamp() > LONG_AGO);
            assertThat(kafka.process().residentBytes()).isBetween(50L << 20, 900L << 20);
        }
    }

    private static void send(String bootstrap, String transaction, String... values) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "transactional.id", transaction);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String value : values) {
                producer.send(new ProducerRecord<>("listens", 0, LONG_AGO, "user", value))
                        .get();
            }
            producer.commitTransaction();
        }
    }

    private static List<ConsumerRecord<String, String>> read(String bootstrap, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(LISTENS));
            while (records.size() < count) {
                consumer.poll(Duration.ofSeconds(10)).forEach(records::add);
            }
        }
        return records;
    }
}
