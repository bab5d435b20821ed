package org.hathor.importers;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.hathor.contracts.Endpoints;
import org.hathor.gateway.KafkaTopics;
import org.joda.time.Duration;

/** One import from files to listens that everybody sees. */
final class ImportRun {
    private static final Duration PROGRESS_EVERY = Duration.standardSeconds(2);
    private static final long LOOK_EVERY_MS = 500;

    private final Endpoints endpoints;
    private final PipelineOptions options;
    private final java.time.Duration visibleWithin;
    private final PrintWriter progress;

    /** @param visibleWithin how long the platform may take to show what was sent */
    ImportRun(Endpoints endpoints, PipelineOptions options, java.time.Duration visibleWithin, PrintWriter progress) {
        this.endpoints = endpoints;
        this.options = options;
        this.visibleWithin = visibleWithin;
        this.progress = progress;
    }

    /**
     * Imports an export; when this returns, ClickHouse has every listen of it.
     *
     * @param files as {@link ExportFolder} found them
     * @param userId whose it is; null for a format of many users
     * @throws IllegalStateException when an engine failed, or did not show the listens in time; nothing is lost then,
     *     and importing again is safe
     */
    ImportSummary run(List<ExportFile> files, ExportFormat format, String userId) throws InterruptedException {
        long startedNanos = System.nanoTime();
        String clickhouse = endpoints.clickhouseJdbcUrl();
        try (WarehouseListens listens = WarehouseListens.at(clickhouse)) {
            KafkaTopics.ensure(endpoints.kafkaBootstrap());
            long before = listens.imported(format.client(), userId);
            Pipeline pipeline = Pipeline.create(options);
            ImportPipeline.Content content =
                    ImportPipeline.read(pipeline, files, format, userId, System.currentTimeMillis());
            ImportPipeline.publish(content, endpoints.kafkaBootstrap(), () -> WarehouseListens.at(clickhouse));
            PipelineResult result = pipeline.run();
            await(result);
            double seconds = (System.nanoTime() - startedNanos) / 1e9;
            ImportSummary summary = ImportSummary.of(format.name(), files.size(), result.metrics(), seconds);
            awaitVisible(listens, format.client(), userId, before, summary.accepted());
            return summary;
        }
    }

    private void await(PipelineResult result) {
        PipelineResult.State state = result.waitUntilFinish(PROGRESS_EVERY);
        while (state == null || !state.isTerminal()) {
            progress.println(String.format(
                    Locale.ROOT,
                    "  %,d records read, %,d accepted",
                    ImportCounters.READ.of(result.metrics()),
                    ImportCounters.ACCEPTED.of(result.metrics())));
            progress.flush();
            state = result.waitUntilFinish(PROGRESS_EVERY);
        }
        if (state != PipelineResult.State.DONE) {
            throw new IllegalStateException("the pipeline ended as " + state);
        }
    }

    private void awaitVisible(WarehouseListens listens, String client, String userId, long before, long accepted)
            throws InterruptedException {
        if (accepted == 0) {
            return;
        }
        long deadlineNanos = System.nanoTime() + visibleWithin.toNanos();
        long reportedNanos = System.nanoTime();
        long visible = listens.imported(client, userId) - before;
        while (visible < accepted) {
            long now = System.nanoTime();
            if (now > deadlineNanos) {
                throw new IllegalStateException(
                        "all %d listens are in Kafka, but ClickHouse showed only %d of them within %d s: is the streaming process up?"
                                .formatted(accepted, visible, visibleWithin.toSeconds()));
            }
            if (now - reportedNanos > 2_000_000_000L) {
                reportedNanos = now;
                progress.println(
                        String.format(Locale.ROOT, "  %,d of %,d listens visible", Math.max(0, visible), accepted));
                progress.flush();
            }
            Thread.sleep(LOOK_EVERY_MS);
            visible = listens.imported(client, userId) - before;
        }
    }
}
