package org.hathor.batch.statistics;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobOptions;
import org.hathor.batch.JobReport;
import org.hathor.batch.Lake;
import org.hathor.features.EngagementFeatures;
import org.hathor.features.Feature;
import org.hathor.features.Subject;
import org.hathor.lake.LakeTable;
import org.hathor.lake.LakeTables;

/**
 * Counts each UTC day's listens by track, artist and user, into {@code track_days}, {@code artist_days} and
 * {@code user_days}. The columns are the {@link EngagementFeatures}.
 *
 * <p>The days asked for are replaced in one commit a table; other days are not touched. A day without listens has no
 * rows.
 */
public final class DailyStats implements Job {
    private final Config config;

    /**
     * Which days.
     *
     * @param from the first day; empty for the very first
     * @param to the day after the last; empty for no end
     */
    public record Config(Optional<LocalDate> from, Optional<LocalDate> to) {
        public Config {
            Objects.requireNonNull(from, "from is null");
            Objects.requireNonNull(to, "to is null");
            if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
                throw new IllegalArgumentException(
                        "--from %s must lie before --to %s, which is exclusive".formatted(from.get(), to.get()));
            }
        }

        public static Config of(JobOptions options) {
            return new Config(options.date("from"), options.date("to"));
        }
    }

    public DailyStats(Config config) {
        this.config = Objects.requireNonNull(config, "config is null");
    }

    @Override
    public JobReport run(JobContext context) {
        Lake.ensure(
                context.endpoints().get(),
                Arrays.stream(Subject.values()).map(DailyStats::table).toArray(LakeTable[]::new));
        Lake lake = new Lake(context.spark());
        Dataset<Row> listens = lake.pinned(LakeTables.LISTENS);
        JobReport.Builder report = JobReport.builder();
        for (Subject subject : Subject.values()) {
            LakeTable table = table(subject);
            context.progress().phase("counting " + table.name());
            Dataset<Row> days = daily(listens, subject).where(within(config));
            replace(days, table);
            describe(report, subject, lake.read(table).where(within(config)));
        }
        return report.ok();
    }

    /**
     * Listens counted by day and key: columns {@code day}, the subject's key, and each feature. Listens without the key
     * are left out.
     */
    static Dataset<Row> daily(Dataset<Row> listens, Subject subject) {
        Column[] features = EngagementFeatures.all().stream()
                .map(feature ->
                        coalesce(expr(feature.sql()), lit(0L)).cast("bigint").as(feature.name()))
                .toArray(Column[]::new);
        return listens.where(col(subject.keyColumn()).isNotNull())
                .groupBy(to_date(col("started_at")).as("day"), col(subject.keyColumn()))
                .agg(features[0], Arrays.copyOfRange(features, 1, features.length));
    }

    /** The daily table of a subject. */
    public static LakeTable table(Subject subject) {
        List<Types.NestedField> columns = new ArrayList<>();
        columns.add(Types.NestedField.required(1, "day", Types.DateType.get(), "UTC day on which listens began."));
        columns.add(Types.NestedField.required(2, subject.keyColumn(), Types.StringType.get(), "Whose listens."));
        for (Feature<?, ?> feature : EngagementFeatures.all()) {
            columns.add(Types.NestedField.required(
                    columns.size() + 1, feature.name(), Types.LongType.get(), feature.meaning()));
        }
        return LakeTable.daily(subject.dailyTable(), new Schema(columns), "day", List.of(subject.keyColumn()));
    }

    private static Column within(Config config) {
        Column all = lit(true);
        Column since =
                config.from().map(day -> col("day").geq(Date.valueOf(day))).orElse(all);
        return config.to()
                .map(day -> since.and(col("day").lt(Date.valueOf(day))))
                .orElse(since);
    }

    private void replace(Dataset<Row> days, LakeTable table) {
        try {
            days.writeTo(Lake.name(table)).overwrite(within(config));
        } catch (NoSuchTableException e) {
            throw new IllegalStateException("the lake has no table " + table.name(), e);
        }
    }

    private static void describe(JobReport.Builder report, Subject subject, Dataset<Row> days) {
        Row row = days.selectExpr(
                        "count(*)", "count(DISTINCT day)", "coalesce(sum(listens), 0)", "coalesce(sum(ms_played), 0)")
                .first();
        report.figure(subject.dailyTable() + "_rows", row.getLong(0));
        if (subject == Subject.TRACK) {
            report.figure("days", row.getLong(1))
                    .figure("listens", row.getLong(2))
                    .figure("minutes", row.getLong(3) / 60_000);
        }
        report.line(
                "%-12s %,10d rows over %,d days: %,d listens, %,d minutes",
                subject.dailyTable(), row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3) / 60_000);
    }
}
