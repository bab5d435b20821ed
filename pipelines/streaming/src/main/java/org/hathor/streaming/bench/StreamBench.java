package org.hathor.streaming.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.hathor.contracts.Endpoints;
import org.hathor.streaming.StreamingJob;
import org.hathor.streaming.kafka.ContractTopics;
import org.hathor.streaming.livecounts.LiveCountsJob;
import org.hathor.streaming.trending.TrendingJob;

/**
 * How fast the Flink jobs work through a topic of listens, against a plain consumer of the same topic.
 *
 * <p>The topic is filled first; then each {@link Way} works through all of it, one after the other, in rounds, all in
 * this JVM: {@link ListenTopic} says what the plain consumer's clock measures, {@link JobRun} what a job's does. The
 * jobs are the platform's own, duplicates, horizon, Redis and topics of results included, and their numbers are
 * compared with the list of listens.
 *
 * <p>Environment: that of {@link Endpoints}, and {@code HATHOR_DATA}. Arguments: {@link BenchOptions}. It works only
 * where the topic of listens is empty, so that nobody runs it against a platform in use. Figures go to standard output,
 * progress to standard error.
 */
public final class StreamBench {
    private static final String LIVE_COUNTS_LAST = "plays-in-panes";
    private static final String TRENDING_LAST = "distinct-listens";

    private final BenchOptions options;
    private final ListenTopic topic;
    private final ListenSupply supply;
    private final JobRun jobs;

    private StreamBench(Endpoints endpoints, Path data, BenchOptions options) {
        this.options = options;
        this.topic = new ListenTopic(endpoints.kafkaBootstrap());
        this.supply = new ListenSupply(options.events());
        this.jobs = new JobRun(endpoints, data.resolve("bench"), options.parallelism());
    }

    public static void main(String[] arguments) {
        PrintStream figuresOut = System.out;
        System.setOut(System.err); // the log's
        try {
            BenchOptions options = BenchOptions.of(arguments);
            Endpoints endpoints = Endpoints.fromEnvironment(System.getenv());
            String data = System.getenv("HATHOR_DATA");
            if (data == null || data.isBlank()) {
                throw new IllegalArgumentException("environment variable HATHOR_DATA is not set");
            }
            Figures figures = run(endpoints, Path.of(data).toAbsolutePath(), options);
            figuresOut.print(
                    switch (options.form()) {
                        case JSON -> figures.json() + System.lineSeparator();
                        case TABLE -> figures.table();
                    });
            figuresOut.flush();
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.err.println("stream benchmark: " + e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            System.err.println("stream benchmark failed");
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** Fills the topic and measures. */
    static Figures run(Endpoints endpoints, Path data, BenchOptions options) throws Exception {
        ContractTopics.ensure(endpoints.kafkaBootstrap());
        StreamBench bench = new StreamBench(endpoints, data, options);
        bench.fill(endpoints.kafkaBootstrap());
        try (RedisResults results = new RedisResults(endpoints.redisUrl(), bench.supply.plays())) {
            return bench.measure(results);
        }
    }

    private void fill(String bootstrap) {
        if (topic.records() > 0) {
            throw new IllegalStateException("the topic of listens is not empty: this is no place for a benchmark");
        }
        supply.fill(bootstrap);
        long records = topic.records();
        if (records != options.events()) {
            throw new IllegalStateException("the topic holds %d records, not %d".formatted(records, options.events()));
        }
    }

    private Figures measure(RedisResults results) throws Exception {
        Map<Way, List<Throughput>> measured = new EnumMap<>(Way.class);
        for (int round = 1; round <= options.rounds(); round++) {
            for (Way way : Way.values()) {
                results.forget();
                Throughput throughput = measure(way, results);
                measured.computeIfAbsent(way, absent -> new ArrayList<>()).add(throughput);
                System.err.printf(
                        "  round %d, %s: %,.0f events/s, %.2f µs of processor time an event (load of the machine %.1f)%n",
                        round,
                        way.text(),
                        throughput.perSecond(),
                        throughput.cpuMicrosPerEvent(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
        }
        return Figures.of(options, measured);
    }

    private Throughput measure(Way way, RedisResults results) throws Exception {
        return switch (way) {
            case PLAIN_CONSUMER -> topic.count();
            case PLAIN_DECODING_CONSUMER -> topic.decode();
            case FLINK_KEYED_COUNT -> job(new KeyedCountJob(), KeyedCountJob.COUNT, () -> true);
            case LIVE_COUNTS -> job(new LiveCountsJob(), LIVE_COUNTS_LAST, results::countsAreExact);
            case TRENDING -> job(new TrendingJob(), TRENDING_LAST, results::trendingIsListed);
        };
    }

    private Throughput job(StreamingJob job, String last, BooleanSupplier rightResults) throws Exception {
        return jobs.measure(job, last, options.events(), rightResults);
    }
}
