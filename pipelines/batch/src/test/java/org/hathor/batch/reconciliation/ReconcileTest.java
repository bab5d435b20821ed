package org.hathor.batch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hathor.batch.BatchTestBed.NOON;
import static org.hathor.batch.BatchTestBed.listen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobReport;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.playback.Listen;
import org.hathor.lake.LakeTables;
import org.hathor.warehouse.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileTest {
    private static final Reconcile NOW = new Reconcile(new Reconcile.Config(Duration.ZERO));

    private BatchTestBed bed;
    private JobContext context;
    private Warehouse warehouse;

    @BeforeEach
    void emptyBothSides() throws IOException, SQLException {
        bed = BatchTestBed.fresh();
        context = bed.contextWithEngines();
        warehouse = Warehouse.open(context.endpoints().get().clickhouseJdbcUrl());
        warehouse.migrate();
        try (var connection = warehouse.connection();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE TABLE listens");
        }
    }

    @AfterEach
    void closeWarehouse() {
        warehouse.close();
    }

    @Test
    void bothSidesWithTheSameListensAgreeWhateverTheCopiesAndPaths() throws IOException {
        Listen live = listen("ada", "1", "t1", NOON);
        Listen late = listen("bob", "1", "t1", NOON.minus(Duration.ofDays(90)), NOON);
        Listen again = listen("ada", "1", "t1", NOON, NOON.plusSeconds(600));
        warehouse.insert(Contracts.LISTEN, List.of(again, live, late, late));
        bed.append(LakeTables.LISTENS, live);
        bed.append(LakeTables.LISTENS_LATE, late);

        JobReport report = NOW.run(context);

        assertThat(report.ok()).isTrue();
        assertThat(report.figures())
                .containsEntry("clickhouseListens", 2L)
                .containsEntry("lakeListens", 2L)
                .containsEntry("trackDays", 2L)
                .containsEntry("differences", 0L);
        assertThat(bed.contents(Reconcile.TABLE)).singleElement().asString().contains("\"differences\":0");
        try (Stream<Path> reports = Files.list(bed.data().resolve("reconciliations"))) {
            assertThat(reports).isNotEmpty();
        }
    }

    @Test
    void everyDifferenceIsListedAndTheRunIsNotOk() {
        Listen both = listen("ada", "1", "t1", NOON);
        warehouse.insert(Contracts.LISTEN, List.of(both, listen("ada", "2", "t2", NOON)));
        bed.append(LakeTables.LISTENS, both, listen("eve", "1", "t1", NOON));

        JobReport report = NOW.run(context);

        assertThat(report.ok()).isFalse();
        assertThat(report.lines())
                .contains(
                        "  2026-03-01 t1: ClickHouse 1 listens (1 qualified) by 1 listeners, 40000 ms, lake 2 listens (2 qualified) by 2 listeners, 80000 ms",
                        "  2026-03-01 t2: ClickHouse 1 listens (1 qualified) by 1 listeners, 40000 ms, lake nothing",
                        "2 tracks' days differ.");
    }

    @Test
    void whatWasReceivedAfterTheRunBeganIsLeftOut() {
        warehouse.insert(
                Contracts.LISTEN,
                List.of(listen("ada", "1", "t1", NOON, context.clock().instant())));

        assertThat(NOW.run(context).figures()).containsEntry("trackDays", 0L);
    }

    @Test
    void eventsThatStreamingHasNotCommittedAreNotOk() throws ExecutionException, InterruptedException {
        String topic = Contracts.LISTEN.topic().name();
        String bootstrap = context.endpoints().get().kafkaBootstrap();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            try {
                for (int i = 0; i < 3; i++) {
                    producer.send(new ProducerRecord<>(topic, "ada", new byte[] {1}))
                            .get();
                }
                admin.alterConsumerGroupOffsets(LivePath.GROUP, Map.of(partition, new OffsetAndMetadata(1)))
                        .all()
                        .get();
                JobReport behind = NOW.run(context);
                admin.alterConsumerGroupOffsets(LivePath.GROUP, Map.of(partition, new OffsetAndMetadata(3)))
                        .all()
                        .get();
                JobReport level = NOW.run(context);

                assertThat(behind.ok()).isFalse();
                assertThat(behind.figures()).containsEntry("streamingBehind", 2L);
                assertThat(level.ok()).isTrue();
            } finally {
                admin.deleteTopics(List.of(topic)).all().get();
            }
        }
    }
}
