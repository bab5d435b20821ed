package org.hathor.batch.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobOptions;
import org.hathor.batch.JobReport;
import org.hathor.batch.Lake;
import org.hathor.batch.history.MergeHistory;
import org.hathor.contracts.Endpoints;
import org.hathor.lake.LakeTable;
import org.hathor.lake.LakeTables;
import org.hathor.warehouse.Warehouse;

/**
 * Proves that two numbers that mean the same are equal: plays per UTC day and track by ClickHouse, which Flink fills,
 * against the same by Spark from the lake, for listens received before the run began. Every difference is listed; there
 * must be none.
 *
 * <p>It first waits until streaming has committed all that Kafka held when the run began, and merges late listens. Rows
 * that a checkpoint still holds back appear a checkpoint or two later, so while the sides differ it merges and compares
 * again, until the wait is used up; what differs then, differs.
 */
public final class Reconcile implements Job {
    /** One row a run. */
    public static final LakeTable TABLE = LakeTable.unpartitioned(
            "reconciliations",
            new Schema(
                    Types.NestedField.required(
                            1, "cut_at", Types.TimestampType.withZone(), "Listens received before are compared."),
                    Types.NestedField.required(2, "track_days", Types.LongType.get(), "Tracks' days on either side."),
                    Types.NestedField.required(3, "clickhouse_listens", Types.LongType.get(), "Listens by ClickHouse."),
                    Types.NestedField.required(4, "lake_listens", Types.LongType.get(), "Listens by the lake."),
                    Types.NestedField.required(5, "differences", Types.LongType.get(), "Tracks' days that differ."),
                    Types.NestedField.required(6, "report", Types.StringType.get(), "The run's report, JSON.")),
            List.of("cut_at"));

    private static final StructType ROW = new StructType()
            .add("cut_at", DataTypes.TimestampType, false)
            .add("track_days", DataTypes.LongType, false)
            .add("clickhouse_listens", DataTypes.LongType, false)
            .add("lake_listens", DataTypes.LongType, false)
            .add("differences", DataTypes.LongType, false)
            .add("report", DataTypes.StringType, false);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int SHOWN_MAX = 20;

    private final Config config;

    /** @param waitMax how long to wait for streaming at most, 0 to 1 hour */
    public record Config(Duration waitMax) {
        public Config {
            if (waitMax.isNegative() || waitMax.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException("--wait must be PT0S to PT1H, not " + waitMax);
            }
        }

        public static Config of(JobOptions options) {
            return new Config(options.duration("wait").orElse(Duration.ofMinutes(3)));
        }
    }

    public Reconcile(Config config) {
        this.config = Objects.requireNonNull(config, "config is null");
    }

    @Override
    public JobReport run(JobContext context) {
        Endpoints endpoints = context.endpoints().get();
        Instant cut = Instant.ofEpochMilli(context.clock().millis());
        Lake.ensure(endpoints, TABLE);
        Lake lake = new Lake(context.spark());
        Wait wait = new Wait(config.waitMax());
        try (Warehouse warehouse = Warehouse.open(endpoints.clickhouseJdbcUrl());
                LivePath path = new LivePath(endpoints.kafkaBootstrap())) {
            warehouse.migrate();
            long behind = catchUp(context, path, wait);
            Comparison comparison = compare(context, lake, new LiveSide(warehouse), cut);
            while (!comparison.agrees() && wait.goesOn()) {
                context.progress()
                        .phase("%,d tracks' days differ; waiting for the next checkpoint"
                                .formatted(comparison.differenceCount()));
                comparison = compare(context, lake, new LiveSide(warehouse), cut);
            }
            return conclude(context, comparison, cut, behind);
        }
    }

    private static long catchUp(JobContext context, LivePath path, Wait wait) {
        Map<TopicPartition, Long> ends = path.ends();
        long behind = path.behind(ends);
        while (behind > 0 && wait.goesOn()) {
            context.progress().phase("waiting for streaming, %,d events behind".formatted(behind));
            behind = path.behind(ends);
        }
        return behind;
    }

    private static Comparison compare(JobContext context, Lake lake, LiveSide live, Instant cut) {
        new MergeHistory().run(context, lake);
        context.progress().phase("comparing ClickHouse with the lake");
        Dataset<Row> counted =
                LakeSide.count(lake.read(LakeTables.LISTENS), cut).cache();
        try {
            return Comparison.of(live.trackDays(cut), LakeSide.trackDays(counted));
        } finally {
            counted.unpersist();
        }
    }

    private static JobReport conclude(JobContext context, Comparison comparison, Instant cut, long behind) {
        JobReport.Builder report = JobReport.builder()
                .figure("cutAt", cut.toString())
                .figure("trackDays", comparison.trackDays())
                .figure("clickhouseListens", comparison.clickhouseListens())
                .figure("lakeListens", comparison.lakeListens())
                .figure("differences", comparison.differenceCount())
                .figure("streamingBehind", behind)
                .figure(
                        "listed",
                        comparison.differences().stream().map(Difference::toMap).toList())
                .line(
                        "%,d listens by ClickHouse, %,d by the lake, on %,d tracks' days.",
                        comparison.clickhouseListens(), comparison.lakeListens(), comparison.trackDays());
        if (behind > 0) {
            report.line("Streaming has not committed %,d events that Kafka held when the run began.", behind);
        }
        comparison.differences().stream().limit(SHOWN_MAX).forEach(one -> report.line("  %s", one));
        boolean agrees = comparison.agrees() && behind == 0;
        report.line(agrees ? "No difference." : "%,d tracks' days differ.", comparison.differenceCount());
        JobReport done = agrees ? report.ok() : report.notOk();
        keep(context, comparison, cut, done);
        return done;
    }

    private static void keep(JobContext context, Comparison comparison, Instant cut, JobReport report) {
        String json = report.toJson("reconcile", 0);
        Row row = RowFactory.create(
                Timestamp.from(cut),
                comparison.trackDays(),
                comparison.clickhouseListens(),
                comparison.lakeListens(),
                comparison.differenceCount(),
                json);
        SparkSession spark = context.spark();
        Path folder = context.data().resolve("reconciliations");
        try {
            spark.createDataFrame(List.of(row), ROW).writeTo(Lake.name(TABLE)).append();
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(cut.toString().replace(":", "") + ".json"), json + "\n");
        } catch (NoSuchTableException e) {
            throw new IllegalStateException("the lake has no table " + TABLE.name(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + folder, e);
        }
    }

    /** A bounded wait, in steps. */
    private static final class Wait {
        private final long deadline;

        Wait(Duration longest) {
            deadline = System.nanoTime() + longest.toNanos();
        }

        /** Lets a step pass; false when the wait is used up. */
        boolean goesOn() {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
            return !Thread.currentThread().isInterrupted();
        }
    }
}
