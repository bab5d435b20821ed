package org.hathor.streaming.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.util.FileUtils;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.streaming.StreamingCluster;
import org.hathor.streaming.StreamingJob;
import org.hathor.streaming.StreamingSettings;

/**
 * A job run over the whole topic of listens, on a cluster of its own in this JVM, with the platform's own settings:
 * checkpoints every 10 seconds, exactly once, state on the heap.
 *
 * <p>The clock starts when the job's source has given out its first listen and stops when the last listen has come to
 * the operator that every listen reaches last; both are seen in {@link RecordCounters}, a millisecond late at most.
 * Starting the JVM, the cluster and the job is left out, and so is the fixed time after the last listen until results
 * show: up to half a second for live counts, up to one and a half for trending, whatever the number of listens.
 *
 * @param endpoints where Kafka and Redis are
 * @param folder for checkpoints; emptied before and after
 * @param parallelism of the job
 */
record JobRun(Endpoints endpoints, Path folder, int parallelism) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PATIENCE_WITH_START = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WITH_RESULTS = Duration.ofMinutes(2);
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
    private static final long GLANCE_NANOS = Duration.ofMillis(1).toNanos();

    /**
     * Runs the job from the beginning of the topic to its present end.
     *
     * @param last the operator that every listen reaches last
     * @param events how many listens there are
     * @param rightResults whether the results are those of all listens; awaited after the clock has stopped
     * @throws IllegalStateException when the job ends, does not get on or has wrong results
     */
    Throughput measure(StreamingJob job, String last, long events, BooleanSupplier rightResults) throws Exception {
        empty();
        StreamingSettings settings = new StreamingSettings(
                endpoints, folder, 0, CHECKPOINT_INTERVAL, parallelism, StreamingSettings.StateBackend.HASHMAP);
        try (StreamingCluster cluster = StreamingCluster.start(settings, 1, RecordCounters.configuration())) {
            CompletableFuture<?> end = cluster.submit(job);
            String topic = Contracts.LISTEN.topic().name();
            await(job, end, PATIENCE_WITH_START, "reads nothing", () -> RecordCounters.hasBegun(topic));
            Stopwatch stopwatch = Stopwatch.start();
            await(job, end, PATIENCE, "is too slow", () -> RecordCounters.takenBy(last) >= events);
            Throughput throughput = stopwatch.stop(events);
            await(job, end, PATIENCE_WITH_RESULTS, "has wrong results", rightResults);
            long taken = RecordCounters.takenBy(last);
            if (taken != events) {
                throw new IllegalStateException(
                        "job %s took %d listens, there are %d".formatted(job.name(), taken, events));
            }
            return throughput;
        } finally {
            empty();
        }
    }

    private static void await(
            StreamingJob job, CompletableFuture<?> end, Duration patience, String otherwise, BooleanSupplier reached) {
        long startNanos = System.nanoTime();
        while (!reached.getAsBoolean()) {
            if (end.isDone()) {
                throw new IllegalStateException("job %s ended: %s".formatted(job.name(), end));
            }
            if (System.nanoTime() - startNanos > patience.toNanos()) {
                throw new IllegalStateException("job %s %s".formatted(job.name(), otherwise));
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    private void empty() throws IOException {
        if (Files.exists(folder)) {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }
}
