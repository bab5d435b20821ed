package org.hathor.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.Listen;
import org.hathor.engines.TestEngines;
import org.hathor.gateway.KafkaTopics;
import org.hathor.warehouse.Warehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into a real Kafka and a real ClickHouse; what Flink does in between, a consumer of this test does. */
final class ImportRunTest {
    private static Endpoints endpoints;
    private static Warehouse warehouse;
    private static Forwarder forwarder;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        endpoints = new Endpoints(
                TestEngines.kafkaBootstrap(),
                "jdbc:postgresql://127.0.0.1:1/hathor",
                URI.create("redis://127.0.0.1:1"),
                TestEngines.clickhouseJdbcUrl(),
                "/nowhere",
                URI.create("http://127.0.0.1:1"),
                Duration.ofDays(2));
        KafkaTopics.ensure(endpoints.kafkaBootstrap());
        warehouse = Warehouse.open(endpoints.clickhouseJdbcUrl());
        warehouse.migrate();
        forwarder = new Forwarder();
        forwarder.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        forwarder.end();
        warehouse.close();
    }

    @Test
    void theSecondImportChangesNothing() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(Exports.spotifyRow(
                    "2021-05-%02d 10:%02d".formatted(1 + i % 28, i % 60),
                    "Artist " + i % 37,
                    "Track " + i % 211,
                    i * 20L));
        }
        rows.add(rows.get(0));
        rows.add("{\"broken\":true}");
        Exports.array(folder.resolve("StreamingHistory0.json"), rows.subList(0, 1_000));
        Exports.array(folder.resolve("StreamingHistory1.json.gz"), rows.subList(1_000, rows.size()));
        String user = "user-" + UUID.randomUUID();

        ImportSummary first = run(folder, user, Runner.DIRECT);
        ImportSummary second = run(folder, user, Runner.SPARK);

        assertThat(first.read()).isEqualTo(2_502);
        assertThat(first.accepted()).isEqualTo(2_501);
        assertThat(first.rejected()).isEqualTo(1);
        assertThat(first.duplicates()).isZero();
        assertThat(second.read()).isEqualTo(2_502);
        assertThat(second.accepted()).isZero();
        assertThat(second.known()).isEqualTo(2_501);
        assertThat(count("SELECT count() FROM listens FINAL WHERE user_id = '%s'".formatted(user)))
                .isEqualTo(2_501);
        assertThat(count("SELECT countIf(qualified) FROM listens FINAL WHERE user_id = '%s'".formatted(user)))
                .isEqualTo(first.qualified())
                .isEqualTo(1_000);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        forwarder.letters.stream().filter(letter -> user.equals(letter.getUserId())))
                .hasSizeGreaterThanOrEqualTo(1)
                .allSatisfy(letter -> assertThat(letter.getOrigin())
                        .isEqualTo("import spotify-history StreamingHistory1.json.gz:1502")));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        count("SELECT count() FROM catalogue FINAL WHERE kind = 'ARTIST' AND name LIKE 'Artist %'"))
                .isEqualTo(37));
    }

    @Test
    void theRealHistoryIsCountedToTheLastListen() throws Exception {
        Path history = sharedData().resolve("spotify-history");
        assumeTrue(Files.isDirectory(history), "no shared data at " + history + ": the real history is not imported");
        String user = "real-" + UUID.randomUUID();

        ImportSummary first = run(history, user, Runner.DIRECT);
        ImportSummary second = run(history, user, Runner.DIRECT);

        assertThat(first.accepted()).isEqualTo(54_429);
        assertThat(first.qualified()).isEqualTo(32_538);
        assertThat(first.duplicates() + first.rejected()).isZero();
        assertThat(second.known()).isEqualTo(54_429);
        assertThat(second.accepted()).isZero();
        assertThat(count("SELECT count() FROM listens FINAL WHERE user_id = '%s'".formatted(user)))
                .isEqualTo(54_429);
    }

    private static ImportSummary run(Path path, String user, Runner runner) throws InterruptedException {
        ImportSummary summary = new ImportRun(
                        endpoints,
                        runner.options("local[2]"),
                        Duration.ofMinutes(2),
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .run(ExportFolder.find(path, new SpotifyHistory()), new SpotifyHistory(), user);
        System.out.println(summary.text());
        return summary;
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Path sharedData() {
        String given = System.getenv("HATHOR_TEST_DATA");
        return given != null ? Path.of(given) : Path.of(System.getProperty("hathor.root"), "../shared/data");
    }

    /** Brings what Kafka has to ClickHouse, as the ledger does. */
    private static final class Forwarder extends Thread {
        private final List<DeadLetter> letters = java.util.Collections.synchronizedList(new ArrayList<>());
        private volatile boolean ended;

        Forwarder() {
            super("forwarder");
        }

        @Override
        public void run() {
            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    endpoints.kafkaBootstrap(),
                    ConsumerConfig.GROUP_ID_CONFIG,
                    "forwarder",
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest",
                    ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                    StringDeserializer.class,
                    ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                    ByteArrayDeserializer.class))) {
                consumer.subscribe(List.of(
                        Contracts.LISTEN.topic().name(),
                        Contracts.CATALOGUE_ENTRY.topic().name(),
                        Contracts.DEAD_LETTER.topic().name()));
                while (!ended) {
                    forward(consumer.poll(Duration.ofMillis(200)));
                }
            }
        }

        private void forward(Iterable<ConsumerRecord<String, byte[]>> records) {
            List<Listen> listens = new ArrayList<>();
            List<CatalogueEntry> entries = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : records) {
                if (of(Contracts.LISTEN, record)) {
                    listens.add(Contracts.LISTEN.decode(record.value()));
                } else if (of(Contracts.CATALOGUE_ENTRY, record)) {
                    entries.add(Contracts.CATALOGUE_ENTRY.decode(record.value()));
                } else {
                    letters.add(Contracts.DEAD_LETTER.decode(record.value()));
                }
            }
            warehouse.insert(Contracts.LISTEN, listens);
            warehouse.insert(Contracts.CATALOGUE_ENTRY, entries);
        }

        private static boolean of(Contract<?> contract, ConsumerRecord<String, byte[]> record) {
            return record.topic().equals(contract.topic().name());
        }

        void end() throws InterruptedException {
            ended = true;
            join();
        }
    }
}
