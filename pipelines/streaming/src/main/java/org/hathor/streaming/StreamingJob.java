package org.hathor.streaming;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.hathor.contracts.Endpoints;

/** A Flink job of the platform: a name and how its operators are laid out between the engines. */
public interface StreamingJob {
    /** Kebab-case; also its consumer group on Kafka and its folder of checkpoints. */
    String name();

    /** Adds the job's sources, operators and sinks to an environment that has its settings. */
    void define(StreamExecutionEnvironment environment, Endpoints endpoints);
}
