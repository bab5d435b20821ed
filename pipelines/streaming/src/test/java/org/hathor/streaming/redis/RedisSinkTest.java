package org.hathor.streaming.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScoredValue;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.hathor.engines.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the real engine. */
class RedisSinkTest {
    private final String key = "redis-sink-test:" + UUID.randomUUID();

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void connect() {
        client = RedisClient.create(TestEngines.redisUrl().toString());
        redis = client.connect().sync();
    }

    @AfterEach
    void disconnect() {
        client.shutdown();
    }

    @Test
    void ofEachPlaceTheLastValueIsWritten() throws Exception {
        try (RedisBatch<Integer> batch =
                new RedisBatch<>(TestEngines.redisUrl(), (score, values) -> values.score(key, "member", score))) {
            for (int score = 1; score <= 10; score++) {
                batch.add(score);
            }
            batch.send();

            assertThat(batch.isEmpty()).isTrue();
            assertThat(redis.zscore(key, "member")).isEqualTo(10);
        }
    }

    @Test
    void membersWithoutAScoreLeaveTheSet() throws Exception {
        try (RedisBatch<Integer> batch = new RedisBatch<>(
                TestEngines.redisUrl(), (score, values) -> values.score(key, "member-" + score % 3000, score))) {
            for (int score = 0; score < 6000; score++) {
                batch.add(score);
            }
            batch.send();
            assertThat(redis.zcard(key)).isEqualTo(3000);
        }
        try (RedisBatch<Integer> batch = new RedisBatch<>(
                TestEngines.redisUrl(), (member, values) -> values.score(key, "member-" + member, 0))) {
            for (int member = 1; member < 3000; member++) {
                batch.add(member);
            }
            batch.send();
            assertThat(redis.zrangeWithScores(key, 0, -1)).containsExactly(ScoredValue.just(3000, "member-0"));
        }
    }

    @Test
    void everyKindOfValueIsWritten() throws Exception {
        Instant soon = Instant.now().plusSeconds(1000);
        try (RedisBatch<String> batch = new RedisBatch<>(TestEngines.redisUrl(), (text, values) -> {
            values.text(key + ":text", text);
            values.field(key + ":hash", "field", text);
            values.member(key + ":set", text);
            values.expireAt(key + ":text", soon);
        })) {
            batch.add("ü");
            batch.send();
        }

        assertThat(redis.get(key + ":text")).isEqualTo("ü");
        assertThat(redis.hget(key + ":hash", "field")).isEqualTo("ü");
        assertThat(redis.smembers(key + ":set")).containsExactly("ü");
        assertThat(redis.pttl(key + ":text")).isBetween(900_000L, 1_000_000L);
        assertThat(redis.pttl(key + ":hash")).isEqualTo(-1);
    }

    @Test
    void aConnectionThatWasCutIsMadeAgain() throws Exception {
        try (RedisBatch<Integer> batch =
                new RedisBatch<>(TestEngines.redisUrl(), (score, values) -> values.score(key, "member", score))) {
            batch.add(1);
            batch.send();
            redis.clientKill(io.lettuce.core.KillArgs.Builder.skipme());
            batch.add(2);
            org.awaitility.Awaitility.await().ignoreException(IOException.class).until(() -> {
                batch.send();
                return true;
            });

            assertThat(redis.zscore(key, "member")).isEqualTo(2);
        }
    }

    @Test
    void whatIsNotWrittenIsKept() {
        try (RedisBatch<Integer> batch = new RedisBatch<>(
                URI.create("redis://127.0.0.1:1/0"), (score, values) -> values.score(key, "member", score))) {
            batch.add(1);

            assertThatThrownBy(batch::send).isInstanceOf(IOException.class);
            assertThat(batch.isEmpty()).isFalse();
        }
    }
}
