package org.hathor.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.ListenRules;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.playback.Listen;
import org.hathor.engines.TestEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the real engine. */
class WarehouseTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123Z");

    private static Warehouse warehouse;

    @BeforeAll
    static void open() {
        warehouse = Warehouse.open(TestEngines.clickhouseJdbcUrl().replace("/hathor?", "/warehouse_test?"));
        warehouse.migrate();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of("listens", "reactions", "catalogue", "model_versions", "recommendation_lists")) {
                statement.execute("TRUNCATE TABLE " + table);
            }
        }
    }

    @Test
    void migratingAgainKeepsWhatIsThere() throws SQLException {
        warehouse.insert(Contracts.LISTEN, List.of(listen("u", "l", 1).build()));

        warehouse.migrate();

        assertThat(number("SELECT count() FROM listens FINAL")).isOne();
    }

    @Test
    void everyFieldComesBackAsItWent() throws SQLException {
        warehouse.insert(
                Contracts.LISTEN,
                List.of(listen("u", "l", 1)
                        .setArtistId("artist")
                        .setTrackLengthMs(200_000L)
                        .setSource("album")
                        .setSourceId("tab\there \"quoted\" \\ ü 🎵")
                        .setDevice("d")
                        .setClient("c/1")
                        .setCountry("GB")
                        .setOffline(true)
                        .build()));

        assertThat(row(
                        "SELECT listen_id, user_id, track_id, artist_id, toString(started_at), ms_played, track_length_ms, "
                                + "source, source_id, device, client, country, subscription_tier, end_reason, offline, "
                                + "toString(received_at) FROM listens FINAL"))
                .containsExactly(
                        "l",
                        "u",
                        "track-1",
                        "artist",
                        "2026-01-31 12:00:00.123",
                        "40000",
                        "200000",
                        "album",
                        "tab\there \"quoted\" \\ ü 🎵",
                        "d",
                        "c/1",
                        "GB",
                        "UNKNOWN",
                        "UNKNOWN",
                        "true",
                        "2026-01-31 12:05:00.123");
    }

    @Test
    void absentFieldsAreNullAndListsStayLists() throws SQLException {
        warehouse.insert(
                Contracts.CATALOGUE_ENTRY,
                List.of(CatalogueEntry.newBuilder()
                        .setEntryId("t")
                        .setKind(CatalogueKind.TRACK)
                        .setName("Name")
                        .setGenres(List.of("trip hop", "downtempo"))
                        .setDescribedAt(NOON)
                        .build()));

        assertThat(
                        row(
                                "SELECT kind, artist_id, length_ms, release_year, arrayStringConcat(genres, '+') FROM catalogue FINAL"))
                .containsExactly("TRACK", null, null, null, "trip hop+downtempo");
    }

    @Test
    void ofOneIdentityTheFirstReceivedHoldsWhateverTheOrderOfInsertion() throws SQLException {
        List<Listen> copies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            copies.add(listen("u", "same", i)
                    .setReceivedAt(NOON.plusMillis(1000 - i))
                    .build());
        }
        Collections.shuffle(copies, new Random(1));
        for (Listen copy : copies) {
            warehouse.insert(Contracts.LISTEN, List.of(copy));
        }

        assertThat(row("SELECT track_id FROM listens FINAL")).containsExactly("track-19");
        execute("OPTIMIZE TABLE listens FINAL");
        assertThat(row("SELECT track_id FROM listens")).containsExactly("track-19");
    }

    @Test
    void ofTwoReceivedTogetherTheSameOneHoldsWhateverTheOrderOfInsertion() throws SQLException {
        List<Listen> copies =
                List.of(listen("u", "same", 1).build(), listen("u", "same", 2).build());

        warehouse.insert(Contracts.LISTEN, copies.subList(0, 1));
        warehouse.insert(Contracts.LISTEN, copies.subList(1, 2));
        String oneWay = row("SELECT track_id FROM listens FINAL").get(0);
        empty();
        warehouse.insert(Contracts.LISTEN, copies.subList(1, 2));
        warehouse.insert(Contracts.LISTEN, copies.subList(0, 1));

        assertThat(row("SELECT track_id FROM listens FINAL")).containsExactly(oneWay);
    }

    @Test
    void aListenOfAnotherUserIsAnotherListen() throws SQLException {
        warehouse.insert(
                Contracts.LISTEN,
                List.of(
                        listen("u", "l", 1).build(),
                        listen("v", "l", 1).build(),
                        listen("u", "m", 1).build()));

        assertThat(number("SELECT count() FROM listens FINAL")).isEqualTo(3);
    }

    @Test
    void reactionsKeepTheFirstAndDescriptionsTheLast() throws SQLException {
        for (int i = 0; i < 3; i++) {
            warehouse.insert(
                    Contracts.REACTION,
                    List.of(Reaction.newBuilder()
                            .setReactionId("r")
                            .setUserId("u")
                            .setKind(ReactionKind.LIKE)
                            .setTargetType(TargetType.TRACK)
                            .setTargetId("target-" + i)
                            .setOccurredAt(NOON)
                            .setReceivedAt(NOON.plusMillis(i))
                            .build()));
            warehouse.insert(
                    Contracts.CATALOGUE_ENTRY,
                    List.of(CatalogueEntry.newBuilder()
                            .setEntryId("t")
                            .setKind(CatalogueKind.TRACK)
                            .setName("name-" + i)
                            .setDescribedAt(NOON.plusMillis(i))
                            .build()));
        }

        assertThat(row("SELECT target_id FROM reactions FINAL")).containsExactly("target-0");
        assertThat(row("SELECT name FROM catalogue FINAL")).containsExactly("name-2");
    }

    @Test
    void whatQualifiesIsTheSameHereAsEverywhere() throws SQLException {
        List<Listen> listens = new ArrayList<>();
        for (long msPlayed : List.of(0L, 29_999L, 30_000L, 30_001L)) {
            for (Long length : new Long[] {null, 0L, 10_000L, 29_999L, 30_000L, 200_000L}) {
                listens.add(listen("u", msPlayed + "-" + length, 1)
                        .setMsPlayed(msPlayed)
                        .setTrackLengthMs(length)
                        .build());
            }
        }
        warehouse.insert(Contracts.LISTEN, listens);

        assertThat(number("SELECT countIf(qualified) FROM listens FINAL"))
                .isEqualTo(listens.stream().filter(ListenRules::qualified).count());
    }

    @Test
    void aBatchIsOnePartOfEachPartitionItTouches() throws SQLException {
        WarehouseRows rows = WarehouseRows.of(Contracts.LISTEN);
        for (int i = 0; i < 50_000; i++) {
            rows.add(listen("user-" + i % 500, "l" + i, i % 100).build());
        }

        warehouse.insert(rows);

        assertThat(number("SELECT count() FROM listens FINAL")).isEqualTo(50_000);
        assertThat(number("SELECT uniqExact(partition_id, min_block_number, max_block_number) FROM system.parts "
                        + "WHERE database = 'warehouse_test' AND table = 'listens' AND active AND level = 0"))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void rowsOfOtherTablesAreInsertedToo() throws SQLException {
        WarehouseRows lists = WarehouseRows.into(
                "recommendation_lists", "model", "version", "user_id", "position", "track_id", "score", "reason_kind");
        lists.addRow("als", "v1", "u", 1, "t", 0.25, "artist");
        warehouse.insert(lists);
        for (int promoted = 0; promoted < 2; promoted++) {
            WarehouseRows versions =
                    WarehouseRows.into("model_versions", "model", "version", "trained_at", "promoted", "metrics");
            versions.addRow("als", "v1", NOON, promoted, "{\"ndcg@100\":0.5}");
            warehouse.insert(versions);
        }

        assertThat(row("SELECT track_id, score, artist_id FROM recommendation_lists FINAL"))
                .containsExactly("t", "0.25", null);
        assertThat(row("SELECT promoted, metrics FROM model_versions FINAL"))
                .containsExactly("1", "{\"ndcg@100\":0.5}");
    }

    @Test
    void aRefusalSaysThatTryingAgainIsVain() {
        WarehouseRows rows = WarehouseRows.into("no_such_table", "a");
        rows.addRow("x");

        WarehouseException refusal = catchThrowableOfType(WarehouseException.class, () -> warehouse.insert(rows));

        assertThat(refusal.retryable()).isFalse();
        assertThat(refusal).hasMessageContaining("no_such_table");
    }

    @Test
    void silenceSaysTryAgain() {
        try (Warehouse away = Warehouse.open("jdbc:clickhouse://127.0.0.1:1/hathor")) {
            WarehouseException silence = catchThrowableOfType(WarehouseException.class, away::ping);

            assertThat(silence.retryable()).isTrue();
        }
    }

    private static Listen.Builder listen(String userId, String listenId, int track) {
        return Listen.newBuilder()
                .setListenId(listenId)
                .setUserId(userId)
                .setTrackId("track-" + track)
                .setStartedAt(NOON)
                .setMsPlayed(40_000)
                .setReceivedAt(NOON.plusSeconds(300));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(row(sql).get(0));
    }

    /** The only row, as text. */
    private static List<String> row(String sql) throws SQLException {
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as("a row of %s", sql).isTrue();
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.add(rows.getString(i));
            }
            assertThat(rows.next()).as("a second row of %s", sql).isFalse();
            return values;
        }
    }
}
