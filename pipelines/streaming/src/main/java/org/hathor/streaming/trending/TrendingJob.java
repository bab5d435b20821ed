package org.hathor.streaming.trending;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.streaming.StreamingJob;
import org.hathor.streaming.StreamingJobs;
import org.hathor.streaming.kafka.KafkaTopics;
import org.hathor.streaming.redis.RedisSink;

/** {@link Trending} between Kafka and Redis. Setting: {@code HATHOR_TRENDING_HALF_LIFE}, default 6 hours. */
public final class TrendingJob implements StreamingJob {
    /** The job's name, which is also its consumer group. */
    public static final String NAME = "trending";

    /** For {@code flink run}; see {@link StreamingJobs#submit}. */
    public static void main(String[] arguments) throws Exception {
        StreamingJobs.submit(new TrendingJob(), System.getenv());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void define(StreamExecutionEnvironment environment, Endpoints endpoints) {
        KafkaTopics topics = new KafkaTopics(endpoints.kafkaBootstrap(), NAME, KafkaTopics.Start.EARLIEST);
        Trending.build(
                new Trending.Sources(
                        topics.read(environment, Engagement.OF_LISTENS, Engagement.TYPE, Engagement::receivedAtMs),
                        topics.read(environment, Engagement.OF_REACTIONS, Engagement.TYPE, Engagement::receivedAtMs)),
                TrendingConfig.of(endpoints.listenHorizon(), System.getenv()),
                new Trending.Sinks(
                        lists -> lists.sinkTo(new RedisSink<>(endpoints.redisUrl(), new TrendingForm()))
                                .name("redis-lists")
                                .uid("redis-lists"),
                        lists -> lists.sinkTo(topics.write(Contracts.TRENDING_LIST))
                                .name("kafka-lists")
                                .uid("kafka-lists")));
    }
}
