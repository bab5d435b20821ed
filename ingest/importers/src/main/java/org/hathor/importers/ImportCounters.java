package org.hathor.importers;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * What an import counts. Every record read ends in exactly one of the others; {@link #QUALIFIED} is part of accepted.
 */
enum ImportCounters {
    READ,
    REJECTED,
    REPEATED,
    KNOWN,
    ACCEPTED,
    QUALIFIED,
    DESCRIBED;

    private static final String NAMESPACE = "import";

    Counter counter() {
        return Metrics.counter(NAMESPACE, name());
    }

    /** The count so far. */
    long of(MetricResults results) {
        MetricQueryResults found = results.queryMetrics(MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.named(NAMESPACE, name()))
                .build());
        long sum = 0;
        for (MetricResult<Long> result : found.getCounters()) {
            sum += result.getAttempted();
        }
        return sum;
    }
}
