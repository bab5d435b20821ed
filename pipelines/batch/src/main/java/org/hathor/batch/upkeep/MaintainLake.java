package org.hathor.batch.upkeep;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobOptions;
import org.hathor.batch.JobReport;
import org.hathor.batch.Lake;
import org.hathor.batch.audio.AudioTables;
import org.hathor.batch.mood.MoodTables;
import org.hathor.batch.reconciliation.Reconcile;
import org.hathor.batch.statistics.DailyStats;
import org.hathor.contracts.Endpoints;
import org.hathor.features.Subject;
import org.hathor.lake.LakeCatalog;
import org.hathor.lake.LakeTable;
import org.hathor.lake.LakeTables;

/**
 * Makes many small files few, and lets go of snapshots that nobody needs any more. Streaming commits a few small files
 * a minute, and every one of them is opened by every later read.
 *
 * <p>The staging table {@code listens_late} is left alone: {@code merge-history} removes its files by name. Rows never
 * change here, so running it twice, or never, changes no number.
 */
public final class MaintainLake implements Job {
    /** A partition with fewer small files than this is not worth the rewriting. */
    private static final int FILES_MIN = 5;

    private static final int SNAPSHOTS_MIN = 5;

    private final Config config;

    /** @param keep how much of the past can still be read, at least one hour */
    public record Config(Duration keep) {
        public Config {
            if (keep.compareTo(Duration.ofHours(1)) < 0) {
                throw new IllegalArgumentException("--keep must be PT1H or more, not " + keep);
            }
        }

        public static Config of(JobOptions options) {
            return new Config(options.duration("keep").orElse(Duration.ofDays(3)));
        }
    }

    public MaintainLake(Config config) {
        this.config = Objects.requireNonNull(config, "config is null");
    }

    @Override
    public JobReport run(JobContext context) {
        Endpoints endpoints = context.endpoints().get();
        List<LakeTable> tables = tables();
        Lake.ensure(endpoints, tables.toArray(LakeTable[]::new));
        JobReport.Builder report = JobReport.builder();
        long rewritten = 0;
        for (LakeTable table : tables) {
            Compacted compacted = maintain(context, table);
            rewritten += compacted.filesBefore();
            report.line("%-16s %,d files into %,d", table.name(), compacted.filesBefore(), compacted.filesAfter());
        }
        return report.figure("tables", tables.size())
                .figure("filesRewritten", rewritten)
                .ok();
    }

    /** What compaction did to a table: how many data files it took up, and how many it put in their place. */
    record Compacted(int filesBefore, int filesAfter) {}

    /** Compacts one table, which takes its delete files in, and expires its old snapshots. */
    Compacted maintain(JobContext context, LakeTable table) {
        Timestamp olderThan = Timestamp.from(context.clock().instant().minus(config.keep()));
        context.progress().phase("compacting " + table.name());
        Row compacted = call(
                context,
                "rewrite_data_files(table => '%s', options => map('min-input-files', '%d', 'delete-file-threshold', '1', 'remove-dangling-deletes', 'true'))",
                name(table),
                FILES_MIN);
        context.progress().phase("expiring snapshots of " + table.name());
        call(
                context,
                "expire_snapshots(table => '%s', older_than => TIMESTAMP '%s', retain_last => %d)",
                name(table),
                olderThan,
                SNAPSHOTS_MIN);
        return new Compacted(compacted.getInt(0), compacted.getInt(1));
    }

    private static List<LakeTable> tables() {
        List<LakeTable> tables = new ArrayList<>(LakeTables.all());
        tables.remove(LakeTables.LISTENS_LATE);
        Arrays.stream(Subject.values()).map(DailyStats::table).forEach(tables::add);
        tables.add(Reconcile.TABLE);
        tables.addAll(AudioTables.all());
        tables.addAll(MoodTables.all());
        return tables;
    }

    private static String name(LakeTable table) {
        return "%s.%s".formatted(LakeTable.NAMESPACE, table.name());
    }

    private static Row call(JobContext context, String procedure, Object... values) {
        return context.spark()
                .sql("CALL %s.system.%s".formatted(LakeCatalog.NAME, procedure.formatted(values)))
                .first();
    }
}
