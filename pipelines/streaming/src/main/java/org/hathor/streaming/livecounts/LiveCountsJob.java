package org.hathor.streaming.livecounts;

import java.time.Duration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.streaming.StreamingJob;
import org.hathor.streaming.StreamingJobs;
import org.hathor.streaming.kafka.KafkaTopics;
import org.hathor.streaming.redis.RedisSink;

/** {@link LiveCounts} between Kafka and Redis. */
public final class LiveCountsJob implements StreamingJob {
    /** The job's name, which is also its consumer group. */
    public static final String NAME = "live-counts";

    private static final Duration PUBLISHING = Duration.ofSeconds(10);

    /** For {@code flink run}; see {@link StreamingJobs#submit}. */
    public static void main(String[] arguments) throws Exception {
        StreamingJobs.submit(new LiveCountsJob(), System.getenv());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void define(StreamExecutionEnvironment environment, Endpoints endpoints) {
        KafkaTopics topics = new KafkaTopics(endpoints.kafkaBootstrap(), NAME, KafkaTopics.Start.EARLIEST);
        LiveCounts.build(
                new LiveCounts.Sources(
                        topics.read(environment, Play.PROJECTION, Play.TYPE, Play::receivedAtMs),
                        topics.read(environment, Hearing.PROJECTION, Hearing.TYPE, Hearing::receivedAtMs)),
                new LiveCounts.Config(endpoints.listenHorizon(), PUBLISHING),
                new LiveCounts.Sinks(
                        counts -> counts.sinkTo(new RedisSink<>(endpoints.redisUrl(), new LiveCountForm()))
                                .name("redis-counts")
                                .uid("redis-counts"),
                        counts -> counts.sinkTo(topics.write(Contracts.LIVE_COUNT))
                                .name("kafka-counts")
                                .uid("kafka-counts")));
    }
}
