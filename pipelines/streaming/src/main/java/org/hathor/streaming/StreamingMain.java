package org.hathor.streaming;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.hathor.contracts.Endpoints;
import org.hathor.lake.LakeCatalog;
import org.hathor.streaming.kafka.ContractTopics;
import org.hathor.warehouse.Warehouse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that runs the Flink jobs on one machine: it waits for the engines, makes topics and tables that are
 * missing, starts every job where it left off, and stays.
 *
 * <p>Arguments: names of jobs, to run only these. Settings: {@link StreamingSettings}. A job survives the absence of an
 * engine by itself; one that ends all the same ends the process with status 1, so that whoever watches it starts it
 * again. Wrong settings end it with status 2.
 */
public final class StreamingMain {
    private static final Logger log = LoggerFactory.getLogger(StreamingMain.class);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(2);

    private StreamingMain() {}

    public static void main(String[] names) throws Exception {
        StreamingSettings settings;
        List<StreamingJob> jobs;
        try {
            settings = StreamingSettings.fromEnvironment(System.getenv());
            jobs = names.length == 0 ? StreamingJobs.all() : StreamingJobs.named(List.of(names));
        } catch (IllegalArgumentException e) {
            log.error("wrong setting: {}", e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(settings, jobs));
    }

    private static int run(StreamingSettings settings, List<StreamingJob> jobs) {
        try {
            prepare(settings.endpoints());
            StreamingCluster cluster = StreamingCluster.start(settings, jobs.size());
            log.info("Flink answers at {}", cluster.address());
            CompletableFuture<?>[] ends = new CompletableFuture<?>[jobs.size()];
            for (int i = 0; i < ends.length; i++) {
                StreamingJob job = jobs.get(i);
                ends[i] = cluster.submit(job).whenComplete((result, failure) -> ended(job, result, failure));
            }
            log.info(
                    "streaming is ready: {}",
                    jobs.stream().map(StreamingJob::name).toList());
            CompletableFuture.anyOf(ends).handle((result, failure) -> null).join();
        } catch (Exception e) {
            log.error("streaming cannot go on", e);
        }
        return 1;
    }

    private static void prepare(Endpoints endpoints) throws InterruptedException {
        log.info("{}", endpoints);
        persist("Kafka at " + endpoints.kafkaBootstrap(), () -> ContractTopics.ensure(endpoints.kafkaBootstrap()));
        persist("PostgreSQL, which holds the lake's catalogue", () -> {
            try (Connection connection = DriverManager.getConnection(endpoints.postgresJdbcUrl())) {
                connection.isValid(1);
            }
        });
        persist("the lake at " + endpoints.lakeWarehouse(), () -> {
            try (LakeCatalog<?> lake = LakeCatalog.open(endpoints)) {
                lake.ensure();
            }
        });
        persist("ClickHouse", () -> {
            try (Warehouse warehouse = Warehouse.open(endpoints.clickhouseJdbcUrl())) {
                warehouse.migrate();
            }
        });
    }

    /** Tries until it succeeds, saying so the first time and each time the reason changes. */
    private static void persist(String what, Attempt attempt) throws InterruptedException {
        String told = "";
        while (true) {
            try {
                attempt.make();
                log.info("{} is ready", what);
                return;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                String reason = String.valueOf(e.getMessage());
                if (!reason.equals(told)) {
                    log.warn("waiting for {}: {}", what, reason);
                    told = reason;
                }
                Thread.sleep(RETRY_PAUSE.toMillis());
            }
        }
    }

    private static void ended(StreamingJob job, JobResult result, Throwable failure) {
        if (failure != null) {
            log.error("job {} could not be started", job.name(), failure);
            return;
        }
        log.error(
                "job {} ended: {}",
                job.name(),
                result.getJobStatus(),
                result.getSerializedThrowable().orElse(null));
    }

    /** Something that may not succeed yet. */
    @FunctionalInterface
    private interface Attempt {
        void make() throws Exception;
    }
}
