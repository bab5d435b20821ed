package org.hathor.batch.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobReport;
import org.hathor.batch.Lake;
import org.hathor.lake.LakeTables;

/**
 * Merges listens that arrived long after they began from {@code listens_late} into {@code listens}, by identity: the
 * one received first holds.
 *
 * <p>Two commits, in an order that a crash between them cannot harm: first the merge, then the removal of exactly the
 * staging files it read. Run again, the merge finds every row in place and writes nothing; rows that streaming staged
 * meanwhile lie in other files and stay.
 */
public final class MergeHistory implements Job {
    /** What has been committed so far. */
    enum Step {
        MERGED,
        CLEARED
    }

    private static final String BATCH = "late_listens";

    private final Consumer<Step> afterStep;

    public MergeHistory() {
        this(step -> {});
    }

    /** @param afterStep told after each commit */
    MergeHistory(Consumer<Step> afterStep) {
        this.afterStep = Objects.requireNonNull(afterStep, "afterStep is null");
    }

    @Override
    public JobReport run(JobContext context) {
        Lake.ensure(context.endpoints().get());
        return run(context, new Lake(context.spark()));
    }

    /** The same on a lake whose tables exist. */
    public JobReport run(JobContext context, Lake lake) {
        Table staging = lake.table(LakeTables.LISTENS_LATE);
        Snapshot pinned = staging.currentSnapshot();
        long staged = pinned == null
                ? 0
                : lake.read(LakeTables.LISTENS_LATE, pinned.snapshotId()).count();
        if (staged == 0) {
            return JobReport.builder()
                    .figure("staged", 0)
                    .figure("merged", 0)
                    .line("No late listens are waiting.")
                    .ok();
        }
        Dataset<Row> batch = firstReceived(lake.read(LakeTables.LISTENS_LATE, pinned.snapshotId()))
                .cache();
        try {
            context.progress().phase("merging %,d late listens".formatted(staged));
            long distinct = batch.count();
            long before = lake.read(LakeTables.LISTENS).count();
            merge(lake, batch);
            afterStep.accept(Step.MERGED);
            context.progress().phase("clearing the staging table");
            remove(staging, pinned);
            afterStep.accept(Step.CLEARED);
            long added = lake.read(LakeTables.LISTENS).count() - before;
            return JobReport.builder()
                    .figure("staged", staged)
                    .figure("distinct", distinct)
                    .figure("merged", added)
                    .line(
                            "%,d late listens were waiting, %,d of them different; the ledger grew by %,d.",
                            staged, distinct, added)
                    .ok();
        } finally {
            batch.unpersist();
        }
    }

    /**
     * One row for each identity: of several copies the one received first; of those received in the same millisecond
     * the least by content, so that the choice never depends on the order of rows.
     */
    static Dataset<Row> firstReceived(Dataset<Row> late) {
        Column[] content = Arrays.stream(late.columns()).map(functions::col).toArray(Column[]::new);
        Column order = functions.struct(functions.col("received_at"), functions.struct(content));
        return late.groupBy("user_id", "listen_id")
                .agg(functions.min_by(functions.struct(content), order).as("first"))
                .select("first.*");
    }

    private static void merge(Lake lake, Dataset<Row> batch) {
        batch.createOrReplaceTempView(BATCH);
        try {
            lake.spark()
                    .sql(
                            """
                            MERGE INTO %s t USING %s s
                            ON t.user_id = s.user_id AND t.listen_id = s.listen_id
                            WHEN MATCHED AND s.received_at < t.received_at THEN UPDATE SET *
                            WHEN NOT MATCHED THEN INSERT *
                            """
                                    .formatted(Lake.name(LakeTables.LISTENS), BATCH));
        } finally {
            lake.spark().catalog().dropTempView(BATCH);
        }
    }

    /** Removes the files of a snapshot, and fails rather than remove half when one of them is gone. */
    private static void remove(Table staging, Snapshot pinned) {
        DeleteFiles delete = staging.newDelete().validateFilesExist();
        try (CloseableIterable<FileScanTask> files =
                staging.newScan().useSnapshot(pinned.snapshotId()).planFiles()) {
            files.forEach(task -> delete.deleteFile(task.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete.commit();
    }
}
