package org.hathor.warehouse;

import com.clickhouse.jdbc.DataSourceImpl;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.avro.generic.IndexedRecord;
import org.hathor.contracts.Contract;

/**
 * The platform's ClickHouse: definitions, reading by SQL, writing in bulk.
 *
 * <p>Opening one does not connect; connections are made when first needed, and a warehouse that is away is found out by
 * the call that needs it. Instances may be shared by threads.
 */
public final class Warehouse implements AutoCloseable {
    /** The definitions, in the order they are applied; each may be applied again at any time. */
    static final List<String> DEFINITIONS = List.of(
            "001_listens.sql",
            "002_reactions.sql",
            "003_catalogue.sql",
            "004_model_versions.sql",
            "005_recommendation_lists.sql");

    private static final int CONNECTIONS_MAX = 8;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    private final WarehouseAddress address;
    private final WarehouseHttp http;
    private final String jdbcUrl;
    private HikariDataSource pool;

    private Warehouse(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
        this.address = WarehouseAddress.parse(jdbcUrl);
        this.http = new WarehouseHttp(address);
    }

    /**
     * The warehouse at an address.
     *
     * @param jdbcUrl {@code jdbc:clickhouse://host:port/database?user=…&password=…}
     * @throws IllegalArgumentException when it is no such address
     */
    public static Warehouse open(String jdbcUrl) {
        return new Warehouse(jdbcUrl);
    }

    /**
     * Makes the database and its tables where they are missing; doing it again, or in several processes at once,
     * changes nothing.
     *
     * @throws WarehouseException when ClickHouse is away or refuses
     */
    public void migrate() {
        http.execute("default", "CREATE DATABASE IF NOT EXISTS " + address.database());
        for (String file : DEFINITIONS) {
            http.execute(address.database(), definition(file));
        }
    }

    /** Pooled JDBC connections to the database; a connection is given back by closing it. */
    public synchronized DataSource dataSource() {
        if (pool == null) {
            pool = new HikariDataSource(poolConfig());
        }
        return pool;
    }

    /** A pooled JDBC connection, to be closed after use. */
    public Connection connection() throws SQLException {
        return dataSource().getConnection();
    }

    /**
     * Writes a batch; when this returns, ClickHouse has it and every reader sees it. An empty batch is not sent. The
     * batch keeps its rows, so a failed insert may be tried again: the tables take the same row twice without harm.
     *
     * @throws WarehouseException when ClickHouse is away or refuses; {@link WarehouseException#retryable()} tells which
     */
    public void insert(WarehouseRows rows) {
        if (rows.size() > 0) {
            http.insert(rows.statement(), rows.body());
        }
    }

    /** Writes events into their contract's table, in batches; each batch as {@link #insert(WarehouseRows)}. */
    public <T extends IndexedRecord> void insert(Contract<?> contract, Collection<T> events) {
        WarehouseRows rows = WarehouseRows.of(contract);
        for (T event : events) {
            rows.add(event);
            if (rows.size() == WarehouseRows.ROWS_MAX) {
                insert(rows);
                rows.clear();
            }
        }
        insert(rows);
    }

    /**
     * Asks whether ClickHouse answers.
     *
     * @throws WarehouseException when it does not
     */
    public void ping() {
        http.execute(address.database(), "SELECT 1");
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    static String definition(String file) {
        try (InputStream in = Warehouse.class.getResourceAsStream("/clickhouse/" + file)) {
            if (in == null) {
                throw new IllegalStateException("definition %s is missing".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HikariConfig poolConfig() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("clickhouse");
        config.setDataSource(new DataSourceImpl(jdbcUrl, driverProperties()));
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static Properties driverProperties() {
        Properties properties = new Properties();
        properties.setProperty("compress", "false");
        properties.setProperty("decompress", "false");
        properties.setProperty("jdbc_sql_parser", "JAVACC");
        return properties;
    }

    /** Where it is, without the password. */
    @Override
    public String toString() {
        return "Warehouse[%s]".formatted(address);
    }
}
