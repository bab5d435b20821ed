package org.hathor.streaming;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.hathor.contracts.Endpoints;

/**
 * The settings of streaming.
 *
 * @param endpoints where the engines are
 * @param data {@code HATHOR_DATA}, the folder of checkpoints and temporary files
 * @param restPort {@code FLINK_REST_PORT}, for the web UI and REST on 127.0.0.1; default 8081
 * @param checkpointInterval {@code HATHOR_CHECKPOINT_INTERVAL}, ISO 8601; default 10 seconds, at least 100 ms
 * @param parallelism {@code HATHOR_STREAMING_PARALLELISM}, of each job; default 1
 * @param stateBackend {@code HATHOR_STATE_BACKEND}: {@code hashmap} (default) or {@code rocksdb}, for state that
 *     outgrows memory
 */
public record StreamingSettings(
        Endpoints endpoints,
        Path data,
        int restPort,
        Duration checkpointInterval,
        int parallelism,
        StateBackend stateBackend) {
    /** Where keyed state lives while a job runs. */
    public enum StateBackend {
        HASHMAP,
        ROCKSDB;

        String flinkName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public StreamingSettings {
        Objects.requireNonNull(endpoints, "endpoints is null");
        Objects.requireNonNull(data, "data is null");
        Objects.requireNonNull(stateBackend, "stateBackend is null");
        if (checkpointInterval.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException(
                    "HATHOR_CHECKPOINT_INTERVAL must be at least PT0.1S, not %s".formatted(checkpointInterval));
        }
        if (parallelism < 1 || parallelism > 128) {
            throw new IllegalArgumentException(
                    "HATHOR_STREAMING_PARALLELISM must be 1 to 128, not %d".formatted(parallelism));
        }
        if (restPort < 0 || restPort > 65535) {
            throw new IllegalArgumentException("FLINK_REST_PORT must be 0 to 65535, not %d".formatted(restPort));
        }
    }

    /**
     * The settings of this process.
     *
     * @throws IllegalArgumentException naming the variable that is missing or malformed
     */
    public static StreamingSettings fromEnvironment(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return new StreamingSettings(
                Endpoints.fromEnvironment(environment),
                Path.of(variables.required("HATHOR_DATA")).toAbsolutePath().normalize(),
                variables.integer("FLINK_REST_PORT", 8081),
                variables.duration("HATHOR_CHECKPOINT_INTERVAL", Duration.ofSeconds(10)),
                variables.integer("HATHOR_STREAMING_PARALLELISM", 1),
                variables.stateBackend("HATHOR_STATE_BACKEND"));
    }

    /** The folder of one job's checkpoints. */
    public Path checkpoints(String jobName) {
        return data.resolve("flink").resolve("checkpoints").resolve(jobName);
    }

    /** The folder for what Flink needs only while it runs. */
    public Path temporary() {
        return data.resolve("flink").resolve("tmp");
    }

    /**
     * Flink's configuration for one job: exactly once, aligned, every checkpoint whole and kept when the process dies,
     * and restarts that never give up while an engine is away.
     */
    public Configuration ofJob(String jobName) {
        return jobDefaults()
                .set(PipelineOptions.NAME, jobName)
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval)
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        checkpoints(jobName).toUri().toString())
                .set(StateBackendOptions.STATE_BACKEND, stateBackend.flinkName())
                .set(org.apache.flink.configuration.CoreOptions.DEFAULT_PARALLELISM, parallelism);
    }

    /** What holds for a job wherever it runs; a cluster's own configuration says the rest. */
    static Configuration jobDefaults() {
        return new Configuration()
                .set(PipelineOptions.OBJECT_REUSE, true)
                .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
                .set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE)
                .set(
                        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION)
                .set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, LatestCheckpoint.KEPT)
                .set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1))
                .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, false)
                .set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 10)
                .set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofMinutes(5))
                .set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1))
                .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(20))
                .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 1.5)
                .set(
                        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                        Duration.ofMinutes(2));
    }

    /** Environment variables with the errors a person can mend. */
    private record Variables(Map<String, String> values) {
        String required(String name) {
            String value = values.get(name);
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException("environment variable %s is not set".formatted(name));
            }
            return value;
        }

        int integer(String name, int otherwise) {
            String value = values.get(name);
            try {
                return absent(value) ? otherwise : Integer.parseInt(value.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("%s must be a whole number, not '%s'".formatted(name, value), e);
            }
        }

        Duration duration(String name, Duration otherwise) {
            String value = values.get(name);
            try {
                return absent(value) ? otherwise : Duration.parse(value.strip());
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "%s must be an ISO 8601 duration such as PT10S, not '%s'".formatted(name, value), e);
            }
        }

        StateBackend stateBackend(String name) {
            String value = values.get(name);
            if (absent(value)) {
                return StateBackend.HASHMAP;
            }
            Predicate<StateBackend> named = backend -> backend.flinkName().equals(value.strip());
            return java.util.Arrays.stream(StateBackend.values())
                    .filter(named)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "%s must be hashmap or rocksdb, not '%s'".formatted(name, value)));
        }

        private static boolean absent(String value) {
            return value == null || value.isBlank();
        }
    }
}
