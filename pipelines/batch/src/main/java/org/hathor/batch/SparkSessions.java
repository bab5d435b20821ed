package org.hathor.batch;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.hathor.contracts.Endpoints;
import org.hathor.lake.LakeCatalog;

/**
 * How the platform's Spark sessions are made: UTC everywhere, Iceberg's SQL, the lake's catalogue under its one name.
 * Anything given as a {@code spark.*} system property, as {@code spark-submit} does, comes first.
 */
public final class SparkSessions {
    private SparkSessions() {}

    /** A session without a lake, for work on files. */
    public static SparkSession local(String name) {
        return builder(name).getOrCreate();
    }

    /** A session that has the lake as catalogue {@value LakeCatalog#NAME}. */
    public static SparkSession withLake(String name, Endpoints endpoints) {
        return withCatalog(name, LakeCatalog.properties(endpoints), "jdbc");
    }

    /**
     * The same with a catalogue of the given properties.
     *
     * @param type Iceberg's name of the kind of catalogue: {@code jdbc}, {@code hadoop} …
     */
    public static SparkSession withCatalog(String name, Map<String, String> properties, String type) {
        String catalog = "spark.sql.catalog." + LakeCatalog.NAME;
        SparkSession.Builder builder = builder(name)
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
                .config(catalog, "org.apache.iceberg.spark.SparkCatalog")
                .config(catalog + ".type", type)
                .config(catalog + ".cache-enabled", "false");
        properties.forEach((key, value) -> builder.config(catalog + "." + key, value));
        return builder.getOrCreate();
    }

    private static SparkSession.Builder builder(String name) {
        int cores = Runtime.getRuntime().availableProcessors();
        return SparkSession.builder()
                .appName(name)
                .master(System.getProperty("spark.master", "local[*]"))
                .config("spark.driver.host", System.getProperty("spark.driver.host", "127.0.0.1"))
                .config("spark.ui.enabled", System.getProperty("spark.ui.enabled", "false"))
                .config("spark.ui.showConsoleProgress", "false")
                .config(
                        "spark.sql.shuffle.partitions",
                        System.getProperty("spark.sql.shuffle.partitions", String.valueOf(2 * cores)))
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.redaction.regex", "(?i)secret|password|token|access[.]?key|credential");
    }
}
