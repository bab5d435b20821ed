package org.hathor.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.hathor.contracts.Endpoints;

/**
 * What a job works with.
 *
 * @param spark with the lake's catalogue, where the job needs it
 * @param endpoints asked for only by jobs that reach an engine; fails when the environment does not name it
 * @param data the platform's data folder, for models and reports
 * @param progress where the job says what it is at
 * @param clock the time
 */
public record JobContext(SparkSession spark, Supplier<Endpoints> endpoints, Path data, Progress progress, Clock clock) {
    public JobContext {
        Objects.requireNonNull(spark, "spark is null");
        Objects.requireNonNull(endpoints, "endpoints is null");
        Objects.requireNonNull(data, "data is null");
        Objects.requireNonNull(progress, "progress is null");
        Objects.requireNonNull(clock, "clock is null");
    }
}
