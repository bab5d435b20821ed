package org.hathor.serving;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;

/**
 * The PostgreSQL database of what people own: a bounded pool of connections and the migrations that shape it.
 *
 * <p>Migrations are SQL files {@code db/migration/V<n>__<what>.sql} on the class path. A released file is never
 * changed; the next change takes the next number. A feature's tables are its own: no other feature reads them.
 *
 * <p>The database need not be there when this is created: connections are made on demand.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 8;
    private static final Duration CONNECTION_WAIT_MAX = Duration.ofSeconds(2);

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /** @param jdbcUrl with user and password as parameters */
    public static Database at(String jdbcUrl) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Objects.requireNonNull(jdbcUrl, "jdbcUrl is null"));
        config.setPoolName("postgres");
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_WAIT_MAX.toMillis());
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "hathor-serving");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "20");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new Database(new HikariDataSource(config));
    }

    /**
     * Brings the schema to the newest version; does nothing when it is there already. Safe from several processes.
     *
     * @throws org.flywaydb.core.api.FlywayException when the database is away or a migration fails
     */
    public void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/migration")
                .table("serving_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /**
     * Runs the work on one connection in one transaction: committed when it returns, rolled back when it throws.
     *
     * @throws ServingException with {@link StoreError} when the database is away or refuses; with whatever the work
     *     threw otherwise
     */
    public <T> T inTransaction(SqlWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Whether the database answers within a second. */
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** SQLSTATE classes 08, 53 and 57: no connection, out of resources, shutting down. */
    private static ServingException failure(SQLException e) {
        String state = e.getSQLState() == null ? "08" : e.getSQLState();
        boolean away = state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
        return away
                ? new ServingException(
                        StoreError.STORE_UNAVAILABLE, "The database does not answer: try again shortly", Map.of(), e)
                : new ServingException(StoreError.STORE_FAILED, "The database refused a statement", Map.of(), e);
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface SqlWork<T> {
        T on(Connection connection) throws SQLException;
    }
}
