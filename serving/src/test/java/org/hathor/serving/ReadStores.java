package org.hathor.serving;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hathor.engines.TestEngines;
import org.hathor.warehouse.Warehouse;

/**
 * A ClickHouse database and a Redis database of a test's own, in the real engines.
 *
 * @param warehouse migrated and empty
 * @param redis empty
 */
public record ReadStores(Warehouse warehouse, ClickHouse clickHouse, Redis redis) implements AutoCloseable {
    private static final List<String> TABLES =
            List.of("listens", "reactions", "catalogue", "model_versions", "recommendation_lists");
    private static final AtomicInteger REDIS_DATABASES = new AtomicInteger(1);

    /** @param name of the ClickHouse database: lower case letters, unique among tests */
    public static ReadStores of(String name) {
        Warehouse warehouse =
                Warehouse.open(TestEngines.clickhouseJdbcUrl().replaceFirst("/hathor\\?", "/test_%s?".formatted(name)));
        warehouse.migrate();
        ClickHouse clickHouse = new ClickHouse(warehouse::connection, Duration.ofSeconds(30));
        URI url = TestEngines.redisUrl();
        Redis redis = Redis.at(url.resolve("/" + REDIS_DATABASES.getAndIncrement()), Duration.ofSeconds(5));
        return new ReadStores(warehouse, clickHouse, redis);
    }

    /** Empties everything. */
    public void clear() {
        redis.call(commands -> commands.flushdb());
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("TRUNCATE TABLE " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        redis.close();
        warehouse.close();
    }
}
