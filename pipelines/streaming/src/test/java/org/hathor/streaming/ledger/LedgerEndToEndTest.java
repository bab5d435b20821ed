package org.hathor.streaming.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.contracts.playback.Listen;
import org.hathor.engines.TestEngines;
import org.hathor.lake.LakeCatalog;
import org.hathor.lake.LakeTables;
import org.hathor.lake.LedgerProgress;
import org.hathor.streaming.StreamingProcess;
import org.hathor.streaming.kafka.ContractTopics;
import org.hathor.warehouse.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in a process of its own, between real engines, killed again and again. */
class LedgerEndToEndTest {
    private static final int ROUNDS = 3;
    private static final int LISTENS_A_ROUND = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String user = "ledger-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @TempDir
    private Path data;

    private Endpoints endpoints;
    private StreamingProcess streaming;
    private KafkaProducer<byte[], byte[]> producer;
    private LakeCatalog<?> lake;
    private Warehouse warehouse;

    @BeforeEach
    void start() throws Exception {
        endpoints = new Endpoints(
                TestEngines.kafkaBootstrap(),
                TestEngines.postgresJdbcUrl(),
                URI.create("redis://127.0.0.1:1"),
                TestEngines.clickhouseJdbcUrl(),
                data.resolve("lake").toString(),
                URI.create("http://127.0.0.1:1"),
                Endpoints.LISTEN_HORIZON_DEFAULT);
        ContractTopics.ensure(endpoints.kafkaBootstrap());
        lake = LakeCatalog.open(endpoints);
        lake.ensure();
        warehouse = Warehouse.open(endpoints.clickhouseJdbcUrl());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", endpoints.kafkaBootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        streaming = new StreamingProcess(endpoints, data, LedgerJob.NAME);
    }

    @AfterEach
    void stop() throws Exception {
        streaming.close();
        System.out.println(streaming.said());
        producer.close();
        lake.close();
        warehouse.close();
    }

    @Test
    void everyListenIsInTheLakeOnceHoweverOftenTheProcessDies() throws Exception {
        Set<String> onTime = new HashSet<>();
        List<String> late = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            streaming.start();
            List<Listen> sent = new ArrayList<>();
            for (int i = 0; i < LISTENS_A_ROUND; i++) {
                int number = round * LISTENS_A_ROUND + i;
                Listen listen = listen(number, Duration.ofMinutes(3), now);
                sent.add(listen);
                onTime.add(listen.getListenId());
                if (i % 3 == 0) {
                    sent.add(listen(number, Duration.ofMinutes(3), now.plusSeconds(1)));
                }
                if (round > 0 && i % 5 == 0) {
                    sent.add(listen(number - LISTENS_A_ROUND, Duration.ofMinutes(3), now.plusSeconds(2)));
                }
                if (i % 7 == 0) {
                    Listen copy = listen(number, Duration.ofDays(3), now.plusSeconds(3));
                    sent.add(copy);
                    late.add(copy.getListenId());
                }
            }
            send(Contracts.LISTEN, sent);
            int inTheLake = round * LISTENS_A_ROUND / 2;
            await().atMost(PATIENCE).until(() -> {
                assertThat(streaming.isAlive()).isTrue();
                assertThatLateComesAfterOnTime();
                return rows("listens").size() > inTheLake;
            });
            streaming.kill();
        }
        streaming.start();

        await().atMost(PATIENCE).until(() -> {
            assertThatLateComesAfterOnTime();
            return offsetsAreCommitted();
        });
        new LedgerProgress(streaming.flink().orElseThrow()).awaitCommitted(PATIENCE);

        assertThat(inWarehouse("count()")).isEqualTo(onTime.size());
        assertThat(rows("listens")).containsExactlyInAnyOrderElementsOf(onTime);
        assertThat(rows("listens_late")).containsExactlyInAnyOrderElementsOf(late);
        assertThat(inWarehouse("max(toUnixTimestamp64Milli(received_at))"))
                .as("of copies, the one received first holds")
                .isEqualTo(now.toEpochMilli());
        assertThat(streaming.said()).contains("from checkpoint");
    }

    private void assertThatLateComesAfterOnTime() {
        List<String> late = rows("listens_late");
        assertThat(new HashSet<>(rows("listens"))).containsAll(late);
    }

    private List<String> rows(String table) {
        return LakeRowsRead.column(
                lake.load(table.equals("listens") ? LakeTables.LISTENS : LakeTables.LISTENS_LATE),
                "listen_id",
                "user_id",
                user);
    }

    private boolean offsetsAreCommitted() throws Exception {
        String topic = Contracts.LISTEN.topic().name();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", endpoints.kafkaBootstrap()))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (int i = 0; i < Contracts.LISTEN.topic().partitions(); i++) {
                latest.put(new TopicPartition(topic, i), OffsetSpec.latest());
            }
            var ends = admin.listOffsets(latest).all().get();
            var committed = admin.listConsumerGroupOffsets(LedgerJob.NAME)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return latest.keySet().stream()
                    .allMatch(partition -> ends.get(partition).offset() == 0
                            || (committed.get(partition) != null
                                    && committed.get(partition).offset()
                                            >= ends.get(partition).offset()));
        }
    }

    private long inWarehouse(String aggregate) throws SQLException {
        String query = "SELECT %s FROM listens FINAL WHERE startsWith(user_id, '%s')".formatted(aggregate, user);
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private <T extends SpecificRecordBase> void send(Contract<T> contract, List<T> events) throws Exception {
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

    private Listen listen(int number, Duration age, Instant receivedAt) {
        return Listen.newBuilder()
                .setUserId(user + number % 17)
                .setListenId("listen-" + number)
                .setTrackId("track-" + number % 101)
                .setStartedAt(receivedAt.minus(age))
                .setMsPlayed(number)
                .setReceivedAt(receivedAt)
                .build();
    }
}
