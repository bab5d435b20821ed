package org.hathor.streaming;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.hathor.contracts.Endpoints;
import org.hathor.streaming.ledger.LedgerJob;
import org.hathor.streaming.livecounts.LiveCountsJob;
import org.hathor.streaming.trending.TrendingJob;

/** Every Flink job of the platform. A new job is a package with a {@link StreamingJob}, and a line here. */
public final class StreamingJobs {
    private static final List<StreamingJob> ALL = List.of(new LedgerJob(), new LiveCountsJob(), new TrendingJob());

    private StreamingJobs() {}

    /** All jobs, in the order they are started. */
    public static List<StreamingJob> all() {
        return ALL;
    }

    /**
     * The jobs of these names.
     *
     * @throws IllegalArgumentException naming one that is none
     */
    static List<StreamingJob> named(List<String> names) {
        return names.stream().map(StreamingJobs::named).toList();
    }

    /**
     * Runs one job where its {@code main} was called: on the cluster that {@code flink run} chose, with that cluster's
     * configuration of checkpoints; endpoints come from the environment.
     */
    public static void submit(StreamingJob job, Map<String, String> variables) throws Exception {
        Configuration defaults = StreamingSettings.jobDefaults();
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(defaults);
        job.define(environment, Endpoints.fromEnvironment(variables));
        environment.execute(job.name());
    }

    private static StreamingJob named(String name) {
        return ALL.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no job %s: choose among %s"
                        .formatted(name, ALL.stream().map(StreamingJob::name).toList())));
    }
}
