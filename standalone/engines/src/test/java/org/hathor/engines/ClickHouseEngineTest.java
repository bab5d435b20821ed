package org.hathor.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseEngineTest {
    @TempDir
    Path data;

    @Test
    void whatWasInsertedIsThereAfterAKill() throws SQLException {
        Engines engines = Scratch.engines(data);
        try (ClickHouseEngine clickhouse = engines.startClickHouse()) {
            ask(clickhouse, "CREATE TABLE plays (track String, plays UInt64) ENGINE = MergeTree ORDER BY track");
            ask(clickhouse, "INSERT INTO plays VALUES ('one', 1), ('two', 2)");
            Scratch.kill(clickhouse);
        }
        try (ClickHouseEngine clickhouse = engines.startClickHouse()) {
            assertThat(ask(clickhouse, "SELECT sum(plays) FROM plays")).isEqualTo("3");
            assertThat(ask(clickhouse, "SELECT timezone()")).isEqualTo("UTC");
            assertThat(clickhouse.process().residentBytes()).isLessThan(500L << 20);
            clickhouse.process().stop(Engine.STOP_GRACE);
            assertThat(clickhouse.process().exitStatus()).as("an orderly end").hasValue(0);
        }
    }

    @Test
    void aTakenPortIsAvoided() throws IOException, SQLException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(data.resolve("ports.properties"), "clickhouse=" + taken.getLocalPort());
            try (ClickHouseEngine clickhouse = Scratch.engines(data).startClickHouse()) {
                assertThat(clickhouse.address()).doesNotEndWith(":" + taken.getLocalPort());
                assertThat(ask(clickhouse, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aMachineWithoutNodeIsToldSo() {
        Engines engines = Engines.scratch(data, TestEngines.unpacked(), Map.of("PATH", data.toString()));
        assertThatThrownBy(engines::startClickHouse)
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("clickhouse needs node 20 or later on the PATH");
    }

    @Test
    void aServerThatCannotStartIsToldInOneLineWithItsReason() throws IOException {
        Files.createDirectories(data.resolve("clickhouse"));
        Files.writeString(data.resolve("clickhouse/data"), "not a folder");
        assertThatThrownBy(Scratch.engines(data)::startClickHouse)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("clickhouse ended with status 1 before it answered: ")
                .hasMessageContaining("clickhouse.log")
                .message()
                .hasLineCount(1);
    }

    /** The first column of the first row, where there is one. */
    private static String ask(ClickHouseEngine clickhouse, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(clickhouse.jdbcUrl());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
