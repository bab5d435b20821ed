package org.hathor.streaming.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.playback.Listen;
import org.hathor.lake.LakeCatalog;
import org.hathor.lake.LakeTable;
import org.hathor.lake.LakeTables;
import org.hathor.lake.LedgerProgress;
import org.hathor.streaming.EventProducer;
import org.hathor.streaming.LatestByKey;
import org.hathor.streaming.Listens;
import org.hathor.streaming.LiveEngines;
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

    private final String mine = "ledger-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @TempDir
    private Path data;

    private Endpoints endpoints;
    private StreamingProcess streaming;
    private EventProducer producer;
    private LakeCatalog<?> lake;
    private Warehouse warehouse;

    @BeforeEach
    void start() throws Exception {
        endpoints = LiveEngines.endpoints(data);
        ContractTopics.ensure(endpoints.kafkaBootstrap());
        lake = LakeCatalog.open(endpoints);
        lake.ensure();
        warehouse = Warehouse.open(endpoints.clickhouseJdbcUrl());
        producer = new EventProducer(endpoints.kafkaBootstrap());
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
    void everyFactIsKeptOnceHoweverOftenTheProcessDies() throws Exception {
        Set<String> onTime = new HashSet<>();
        List<String> late = new ArrayList<>();
        sendReactionsTwice(100);
        sendDescriptions();
        byte[] unreadable = ("no listen of " + mine).getBytes(StandardCharsets.UTF_8);
        producer.sendBytes(Contracts.LISTEN.topic(), mine, unreadable);
        for (int round = 0; round < ROUNDS; round++) {
            streaming.start();
            sendListens(round, onTime, late);
            int inTheLake = round * LISTENS_A_ROUND / 2;
            await().atMost(PATIENCE).until(() -> {
                assertThat(streaming.isAlive()).isTrue();
                assertThatLateComesAfterOnTime();
                return lake(LakeTables.LISTENS, "listen_id").size() > inTheLake;
            });
            streaming.kill();
        }
        streaming.start();
        await().atMost(PATIENCE).until(() -> {
            assertThatLateComesAfterOnTime();
            return LedgerReach.isAtEnd(endpoints.kafkaBootstrap(), Contracts.LISTEN.topic());
        });
        new LedgerProgress(streaming.flink().orElseThrow()).awaitCommitted(PATIENCE);

        assertThat(lake(LakeTables.LISTENS, "listen_id")).containsExactlyInAnyOrderElementsOf(onTime);
        assertThat(lake(LakeTables.LISTENS_LATE, "listen_id")).containsExactlyInAnyOrderElementsOf(late);
        assertThat(lake(LakeTables.REACTIONS, "reaction_id"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "reaction-" + i).toList());
        assertThat(LakeRowsRead.column(lake.load(LakeTables.CATALOGUE), "name", "entry_id", mine))
                .containsExactlyInAnyOrder("Sparrow", "The Sparrow");
        assertThat(inWarehouse("listens", "count()")).isEqualTo(onTime.size());
        assertThat(inWarehouse("reactions", "count()")).isEqualTo(100);
        assertThat(inWarehouse("listens", "max(toUnixTimestamp64Milli(received_at))"))
                .as("of copies, the one received first holds")
                .isEqualTo(now.toEpochMilli());
        assertThat(LatestByKey.of(endpoints.kafkaBootstrap(), Contracts.DEAD_LETTER)
                        .values())
                .anySatisfy(letter -> {
                    assertThat(letter.getOriginal()).isEqualTo(ByteBuffer.wrap(unreadable));
                    assertThat(letter.getOrigin())
                            .startsWith(Contracts.LISTEN.topic().name());
                });
        assertThat(streaming.said()).contains("from checkpoint");
    }

    /** With copies close by and far off, and copies that come so late that they are not on time. */
    private void sendListens(int round, Set<String> onTime, List<String> late) throws Exception {
        List<Listen> sent = new ArrayList<>();
        for (int i = 0; i < LISTENS_A_ROUND; i++) {
            int number = round * LISTENS_A_ROUND + i;
            Listen listen = listen(number, now, Duration.ofMinutes(3));
            sent.add(listen);
            onTime.add(listen.getListenId());
            if (i % 3 == 0) {
                sent.add(listen(number, now.plusSeconds(1), Duration.ofMinutes(3)));
            }
            if (round > 0 && i % 5 == 0) {
                sent.add(listen(number - LISTENS_A_ROUND, now.plusSeconds(2), Duration.ofMinutes(3)));
            }
            if (i % 7 == 0) {
                Listen copy = listen(number, now.plusSeconds(3), Duration.ofDays(3));
                sent.add(copy);
                late.add(copy.getListenId());
            }
        }
        producer.send(Contracts.LISTEN, sent);
    }

    private void sendReactionsTwice(int count) throws Exception {
        List<Reaction> reactions = IntStream.range(0, count)
                .mapToObj(i -> Reaction.newBuilder()
                        .setUserId(mine + i % 7)
                        .setReactionId("reaction-" + i)
                        .setKind(ReactionKind.LIKE)
                        .setTargetType(TargetType.TRACK)
                        .setTargetId("track")
                        .setOccurredAt(now)
                        .setReceivedAt(now)
                        .build())
                .toList();
        producer.send(Contracts.REACTION, reactions);
        producer.send(Contracts.REACTION, reactions);
    }

    private void sendDescriptions() throws Exception {
        CatalogueEntry first = CatalogueEntry.newBuilder()
                .setEntryId(mine + "track")
                .setKind(CatalogueKind.TRACK)
                .setName("Sparrow")
                .setDescribedAt(now)
                .build();
        CatalogueEntry again = CatalogueEntry.newBuilder(first)
                .setDescribedAt(now.plusSeconds(1))
                .build();
        CatalogueEntry renamed = CatalogueEntry.newBuilder(first)
                .setName("The Sparrow")
                .setDescribedAt(now.plusSeconds(2))
                .build();
        producer.send(Contracts.CATALOGUE_ENTRY, List.of(first, again, renamed, again));
    }

    private void assertThatLateComesAfterOnTime() {
        List<String> late = lake(LakeTables.LISTENS_LATE, "listen_id");
        assertThat(new HashSet<>(lake(LakeTables.LISTENS, "listen_id"))).containsAll(late);
    }

    private List<String> lake(LakeTable table, String column) {
        return LakeRowsRead.column(lake.load(table), column, "user_id", mine);
    }

    private long inWarehouse(String table, String aggregate) throws SQLException {
        String query = "SELECT %s FROM %s FINAL WHERE startsWith(user_id, '%s')".formatted(aggregate, table, mine);
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Listen listen(int number, Instant receivedAt, Duration age) {
        return Listens.listen(mine + number % 17, "listen-" + number, receivedAt, age);
    }
}
