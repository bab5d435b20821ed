package org.hathor.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEngineTest {
    @TempDir
    Path data;

    @Test
    void whatWasCommittedIsThereAfterAKill() throws Exception {
        Engines engines = Scratch.engines(data);
        try (PostgresEngine postgres = engines.startPostgres()) {
            run(postgres.jdbcUrl(), "CREATE TABLE users (name text PRIMARY KEY)");
            run(postgres.jdbcUrl(), "INSERT INTO users VALUES ('møøse')");
            Scratch.kill(postgres);
        }
        try (PostgresEngine postgres = engines.startPostgres()) {
            assertThat(one(postgres.jdbcUrl(), "SELECT name FROM users")).isEqualTo("møøse");
            assertThat(one(postgres.jdbcUrl(), "SHOW fsync")).isEqualTo("on");
            assertThat(one(postgres.jdbcUrl(), "SHOW TIME ZONE")).isNotEmpty();
            String wrongPassword = postgres.jdbcUrl().replaceAll("password=.*", "password=wrong");
            assertThatThrownBy(() -> one(wrongPassword, "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
