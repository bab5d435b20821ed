package org.hathor.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ClickHouse driver that the platform uses, against the server that the box runs. */
class ClickHouseJdbcTest {
    private static final int ROWS = 10_000;
    private static final int UNKNOWN_TABLE = 60;
    private static final int SYNTAX_ERROR = 62;
    private static final Instant START = Instant.parse("2026-03-29T00:30:00.123Z");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(TestEngines.clickhouseJdbcUrl());
        execute("DROP TABLE IF EXISTS jdbc_listens");
        execute(
                """
                CREATE TABLE jdbc_listens (
                  user_id String,
                  listen_id String,
                  started_at DateTime64(3, 'UTC'),
                  ms_played Int64,
                  country Nullable(String),
                  genres Array(String),
                  received_at DateTime64(3, 'UTC'),
                  rank UInt64 MATERIALIZED 18446744073709551615 - toUInt64(toUnixTimestamp64Milli(received_at))
                ) ENGINE = ReplacingMergeTree(rank)
                PARTITION BY sipHash64(user_id) % 4
                ORDER BY (user_id, listen_id)
                """);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void tenThousandRowsGoInAsABatchAndComeOutAsTheyWere() throws SQLException {
        insert(0, ROWS);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT * FROM jdbc_listens ORDER BY toUInt32(substring(listen_id, 2))")) {
            for (int i = 0; i < ROWS; i++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString("user_id")).isEqualTo("üser '" + i % 7 + "'\n\\");
                assertThat(rows.getObject("started_at", java.time.OffsetDateTime.class)
                                .toInstant())
                        .isEqualTo(START.plus(i, ChronoUnit.MINUTES));
                assertThat(rows.getLong("ms_played")).isEqualTo(i * 1000L);
                assertThat(rows.getString("country")).isEqualTo(i % 2 == 0 ? null : "NO");
                assertThat(rows.wasNull()).isEqualTo(i % 2 == 0);
                assertThat((Object[]) rows.getArray("genres").getArray()).containsExactly("rock", "tab\tbed");
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void ofTwoWithOneIdentityTheFirstReceivedIsRead() throws SQLException {
        insert(0, 100);
        execute(
                """
                INSERT INTO jdbc_listens
                SELECT user_id, listen_id, started_at, 1, country, genres, received_at + INTERVAL 1 DAY FROM jdbc_listens
                """);
        assertThat(number("SELECT count() FROM jdbc_listens FINAL")).isEqualTo(100);
        assertThat(number("SELECT sum(ms_played) FROM jdbc_listens FINAL")).isEqualTo(4950 * 1000L);
        assertThat(number("SELECT count() FROM jdbc_listens")).isIn(100L, 200L);
        execute("OPTIMIZE TABLE jdbc_listens FINAL");
        assertThat(number("SELECT count() FROM jdbc_listens")).isEqualTo(100);
        assertThat(number("SELECT sum(ms_played) FROM jdbc_listens")).isEqualTo(4950 * 1000L);
    }

    @Test
    void errorsCarryTheCodeOfClickHouse() {
        assertThat(catchThrowableOfType(SQLException.class, () -> execute("SELECT * FROM nowhere"))
                        .getErrorCode())
                .isEqualTo(UNKNOWN_TABLE);
        assertThat(catchThrowableOfType(SQLException.class, () -> execute("SELECT FROM WHERE"))
                        .getErrorCode())
                .isEqualTo(SYNTAX_ERROR);
    }

    @Test
    void manySmallInsertsAreMergedInTheBackground() throws SQLException {
        for (int i = 0; i < 60; i++) {
            insert(i, i + 1);
        }
        assertThat(number("SELECT count() FROM jdbc_listens FINAL")).isEqualTo(60);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> number("SELECT count() FROM system.parts WHERE active AND table = 'jdbc_listens'") < 40);
    }

    @Test
    void parametersOfAQueryAreValuesNotSql() throws SQLException {
        insert(0, 10);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count() FROM jdbc_listens WHERE user_id = ? AND started_at >= ?")) {
            statement.setString(1, "üser '3'\n\\");
            statement.setObject(2, LocalDateTime.ofInstant(START.plus(3, ChronoUnit.MINUTES), ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getLong(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void manyAskAtOnceAndEachGetsItsOwnAnswer() {
        List<Long> answers = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> {
                    try (Connection own = DriverManager.getConnection(TestEngines.clickhouseJdbcUrl());
                            Statement statement = own.createStatement();
                            ResultSet rows = statement.executeQuery(
                                    "SELECT sum(number) + %d FROM numbers(100000)".formatted(i))) {
                        rows.next();
                        return rows.getLong(1) - 4999950000L;
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        assertThat(answers)
                .containsExactlyElementsOf(
                        IntStream.range(0, 32).mapToObj(Long::valueOf).toList());
    }

    private void insert(int from, int to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO jdbc_listens (user_id, listen_id, started_at, ms_played, country, genres, received_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = from; i < to; i++) {
                Instant startedAt = START.plus(i, ChronoUnit.MINUTES);
                insert.setString(1, "üser '" + i % 7 + "'\n\\");
                insert.setString(2, "l" + i);
                insert.setObject(3, startedAt.atOffset(ZoneOffset.UTC));
                insert.setLong(4, i * 1000L);
                insert.setString(5, i % 2 == 0 ? null : "NO");
                insert.setArray(6, connection.createArrayOf("String", new String[] {"rock", "tab\tbed"}));
                insert.setObject(7, startedAt.plusSeconds(200).atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
