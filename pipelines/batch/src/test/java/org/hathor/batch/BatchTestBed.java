package org.hathor.batch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.hathor.contracts.Endpoints;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;
import org.hathor.engines.TestEngines;
import org.hathor.lake.LakeCatalog;
import org.hathor.lake.LakeTable;
import org.hathor.lake.LakeTables;

/** One Spark session and one lake for all tests of the module; {@link #fresh} empties the lake. */
public final class BatchTestBed {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static BatchTestBed shared;

    private final Endpoints endpoints;
    private final SparkSession spark;
    private final Path data;

    private BatchTestBed() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-data");
        endpoints = new Endpoints(
                "127.0.0.1:9",
                TestEngines.postgresJdbcUrl(),
                URI.create("redis://127.0.0.1:9"),
                "jdbc:clickhouse://127.0.0.1:9/hathor",
                data.resolve("lake").toString(),
                URI.create("http://127.0.0.1:9"),
                Duration.ofHours(48));
        spark = SparkSessions.withLake("tests", endpoints);
    }

    /** The bed with an empty lake that has its tables of facts. */
    public static synchronized BatchTestBed fresh() throws IOException {
        if (shared == null) {
            shared = new BatchTestBed();
        }
        try (LakeCatalog<?> lake = LakeCatalog.open(shared.endpoints)) {
            lake.ensure();
            lake.catalog().listTables(Namespace.of(LakeTable.NAMESPACE)).forEach(table -> lake.catalog()
                    .dropTable(table, true));
            lake.ensure();
        }
        return shared;
    }

    public SparkSession spark() {
        return spark;
    }

    public Lake lake() {
        return new Lake(spark);
    }

    public Path data() {
        return data;
    }

    /** Endpoints with the lake only. */
    public JobContext context() {
        return context(endpoints);
    }

    /** Endpoints with the lake and a real ClickHouse and Kafka. */
    public JobContext contextWithEngines() {
        return context(withEngines());
    }

    private Endpoints withEngines() {
        return new Endpoints(
                TestEngines.kafkaBootstrap(),
                endpoints.postgresJdbcUrl(),
                endpoints.redisUrl(),
                TestEngines.clickhouseJdbcUrl(),
                endpoints.lakeWarehouse(),
                endpoints.flinkUrl(),
                endpoints.listenHorizon());
    }

    /** Listens as rows of the lake's tables. */
    public Dataset<Row> rows(List<Listen> listens) {
        List<Row> rows = new ArrayList<>();
        for (Listen listen : listens) {
            List<Object> values = new ArrayList<>();
            for (Schema.Field field : listen.getSchema().getFields()) {
                Object value = listen.get(field.pos());
                values.add(
                        value instanceof Instant instant
                                ? java.sql.Timestamp.from(instant)
                                : value instanceof Enum<?> ? value.toString() : value);
            }
            rows.add(RowFactory.create(values.toArray()));
        }
        return spark.createDataFrame(rows, lake().read(LakeTables.LISTENS).schema());
    }

    /** Appends as streaming does. */
    public void append(LakeTable table, Listen... listens) {
        append(table, List.of(listens));
    }

    public void append(LakeTable table, List<Listen> listens) {
        try {
            rows(listens).coalesce(1).writeTo(Lake.name(table)).append();
        } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The table's rows as text, sorted, so that two states can be compared. */
    public List<String> contents(LakeTable table) {
        return lake().read(table).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    /** A listen of 40 seconds of a track of 3 minutes, received when it ended. */
    public static Listen listen(String user, String id, String track, Instant startedAt) {
        return listen(user, id, track, startedAt, startedAt.plusSeconds(40));
    }

    public static Listen listen(String user, String id, String track, Instant startedAt, Instant receivedAt) {
        return listen(user, id, track, startedAt, receivedAt, 40_000);
    }

    public static Listen listen(
            String user, String id, String track, Instant startedAt, Instant receivedAt, long msPlayed) {
        return Listen.newBuilder()
                .setListenId(id)
                .setUserId(user)
                .setTrackId(track)
                .setArtistId("artist-of-" + track)
                .setStartedAt(startedAt)
                .setMsPlayed(msPlayed)
                .setTrackLengthMs(180_000L)
                .setSubscriptionTier(SubscriptionTier.FREE)
                .setEndReason(EndReason.FINISHED)
                .setReceivedAt(receivedAt)
                .build();
    }

    private JobContext context(Endpoints reached) {
        return new JobContext(
                spark, () -> reached, data, phase -> {}, Clock.fixed(NOON.plusSeconds(86_400), ZoneOffset.UTC));
    }

    /** The environment of a launcher that is to reach the same engines. */
    public Map<String, String> environment() {
        return endpoints.toEnvironment();
    }

    /** The same with a real ClickHouse and Kafka. */
    public Map<String, String> environmentWithEngines() {
        return withEngines().toEnvironment();
    }
}
