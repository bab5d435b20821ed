package org.hathor.streaming.bench;

import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Flink's own counters of records, read within the process at any instant; through REST they are seconds old.
 *
 * <p>Flink makes the reporter by the name of its factory and hands it to nobody, so the counters stand in a static
 * place: of all clusters in this JVM together, hence one cluster at a time.
 */
final class RecordCounters implements MetricReporter {
    private static final Set<Reading> READINGS = ConcurrentHashMap.newKeySet();

    /** One subtask's counter. */
    private record Reading(String operator, String metric, Counter counter) {}

    /** What a cluster must be told to be read here. */
    static Configuration configuration() {
        Configuration configuration = new Configuration();
        MetricOptions.forReporter(configuration, "bench")
                .set(MetricOptions.REPORTER_FACTORY_CLASS, Factory.class.getName());
        return configuration;
    }

    /** Whether the source of that name has given out a record. */
    static boolean hasBegun(String source) {
        return sum(reading -> reading.operator.equals("Source: " + source)) > 0;
    }

    /** How many records have come to the operator of that name so far, to all its subtasks. */
    static long takenBy(String operator) {
        return sum(reading -> reading.operator.equals(operator) && reading.metric.equals("numRecordsIn"));
    }

    private static long sum(Predicate<Reading> wanted) {
        return READINGS.stream()
                .filter(wanted)
                .mapToLong(reading -> reading.counter.getCount())
                .sum();
    }

    @Override
    public void open(MetricConfig config) {
        READINGS.clear();
    }

    @Override
    public void close() {
        READINGS.clear();
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (isOfRecords(metric, name, group)) {
            READINGS.add(reading((Counter) metric, name, group));
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (isOfRecords(metric, name, group)) {
            READINGS.remove(reading((Counter) metric, name, group));
        }
    }

    private static boolean isOfRecords(Metric metric, String name, MetricGroup group) {
        return metric instanceof Counter
                && (name.equals("numRecordsIn") || name.equals("numRecordsOut"))
                && group.getAllVariables().containsKey("<operator_name>");
    }

    private static Reading reading(Counter counter, String name, MetricGroup group) {
        return new Reading(group.getAllVariables().get("<operator_name>"), name, counter);
    }

    /** Flink finds it through {@code META-INF/services}. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new RecordCounters();
        }
    }
}
