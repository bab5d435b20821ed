package org.hathor.lake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.hathor.contracts.Endpoints;
import org.postgresql.Driver;

/**
 * The catalogue of the lake: where each table's current state is, kept in PostgreSQL so that a commit is atomic. Flink
 * and Spark open it under the same name with the same {@link #properties}.
 *
 * @param <C> the kind of catalogue underneath
 */
public final class LakeCatalog<C extends Catalog & SupportsNamespaces> implements AutoCloseable {
    public static final String NAME = "hathor";

    private final C catalog;

    public LakeCatalog(C catalog) {
        this.catalog = Objects.requireNonNull(catalog, "catalog is null");
    }

    /** Opens the platform's catalogue; the caller closes it. */
    public static LakeCatalog<JdbcCatalog> open(Endpoints endpoints) {
        JdbcCatalog catalog = new JdbcCatalog();
        catalog.setConf(new Configuration());
        catalog.initialize(NAME, properties(endpoints));
        return new LakeCatalog<>(catalog);
    }

    /**
     * The catalogue's properties, as {@link JdbcCatalog#initialize} takes them. Flink:
     * {@code CatalogLoader.custom(NAME, properties, new Configuration(), JdbcCatalog.class.getName())}. Spark: each as
     * {@code spark.sql.catalog.hathor.KEY}, with {@code type=jdbc} added. User and password are keys of their own, so
     * that engines know to redact them.
     *
     * @throws IllegalArgumentException when the PostgreSQL URL is none
     */
    public static Map<String, String> properties(Endpoints endpoints) {
        String url = endpoints.postgresJdbcUrl();
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "POSTGRES_JDBC_URL is no jdbc:postgresql://host:port/database URL: cannot reach the lake's catalogue");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("uri", withoutCredentials(url));
        for (String credential : new String[] {"user", "password"}) {
            String value = parsed.getProperty(credential);
            if (value != null) {
                properties.put("jdbc." + credential, value);
            }
        }
        properties.put("jdbc.schema-version", "V1");
        properties.put("warehouse", warehouse(endpoints.lakeWarehouse()));
        return properties;
    }

    /**
     * Creates what is missing of the namespace and the tables of facts, and gives them the columns of a newer contract.
     */
    public void ensure() {
        LakeTables.all().forEach(this::ensure);
    }

    /**
     * Creates the table, or gives it the columns and properties it lacks. Columns are only ever added; one that the
     * definition no longer has stays.
     *
     * @throws IllegalStateException when a column exists with a type that does not fit
     */
    public Table ensure(LakeTable definition) {
        ensureNamespace(Namespace.of(LakeTable.NAMESPACE));
        if (!catalog.tableExists(definition.identifier())) {
            try {
                return catalog.buildTable(definition.identifier(), definition.schema())
                        .withPartitionSpec(definition.partitioning())
                        .withSortOrder(definition.sortOrder())
                        .withProperties(LakeTable.PROPERTIES)
                        .create();
            } catch (AlreadyExistsException e) {
                // another process was faster; its table is brought up to date like any other
            }
        }
        Table table = catalog.loadTable(definition.identifier());
        TableEvolution.evolve(table, definition);
        return table;
    }

    /** The table as it is now. */
    public Table load(LakeTable definition) {
        return catalog.loadTable(definition.identifier());
    }

    /** The catalogue underneath. */
    public C catalog() {
        return catalog;
    }

    @Override
    public void close() {
        if (catalog instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void ensureNamespace(Namespace namespace) {
        if (catalog.namespaceExists(namespace)) {
            return;
        }
        try {
            catalog.createNamespace(namespace);
        } catch (AlreadyExistsException e) {
            // another process was faster
        }
    }

    private static String warehouse(String location) {
        return location.matches("[a-z][a-z0-9+.-]*:.*")
                ? location
                : Path.of(location).toAbsolutePath().normalize().toString();
    }

    private static String withoutCredentials(String url) {
        return url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
    }
}
