package org.hathor.streaming;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.hathor.contracts.Endpoints;
import org.hathor.engines.TestEngines;

/** The real engines as a streaming process is told of them, with a lake that no other test has. */
public final class LiveEngines {
    private LiveEngines() {}

    /** @param data where the lake lies */
    public static Endpoints endpoints(Path data) throws SQLException {
        String database = "lake_" + UUID.randomUUID().toString().replace("-", "");
        String postgres = TestEngines.postgresJdbcUrl();
        try (Connection connection = DriverManager.getConnection(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        return new Endpoints(
                TestEngines.kafkaBootstrap(),
                postgres.replace("/hathor?", "/" + database + "?"),
                TestEngines.redisUrl(),
                TestEngines.clickhouseJdbcUrl(),
                data.resolve("lake").toString(),
                URI.create("http://127.0.0.1:1"),
                Endpoints.LISTEN_HORIZON_DEFAULT);
    }
}
