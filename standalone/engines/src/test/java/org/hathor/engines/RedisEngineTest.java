package org.hathor.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisEngineTest {
    @TempDir
    Path data;

    @Test
    void whatWasWrittenIsThereAfterAKill() {
        Engines engines = Scratch.engines(data);
        try (RedisEngine redis = engines.startRedis()) {
            ask(redis.url(), commands -> commands.hset("plays", "track-1", "7"));
            // The file is written each second.
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ask(redis.url(), commands -> commands.info("persistence"))
                            .contains("aof_pending_bio_fsync:0"));
            Scratch.kill(redis);
        }
        try (RedisEngine redis = engines.startRedis()) {
            String plays = ask(redis.url(), commands -> commands.hget("plays", "track-1"));
            assertThat(plays).isEqualTo("7");
            Map<String, String> policy = ask(redis.url(), commands -> commands.configGet("maxmemory-policy"));
            assertThat(policy).containsEntry("maxmemory-policy", "noeviction");
        }
    }

    @Test
    void nobodyReadsWithoutThePassword() {
        try (RedisEngine redis = Scratch.engines(data).startRedis()) {
            URI withoutPassword = URI.create("redis://" + redis.address());
            assertThatThrownBy(() -> ask(withoutPassword, commands -> commands.get("anything")))
                    .isInstanceOf(RedisException.class);
        }
    }

    private static <T> T ask(URI url, Function<RedisCommands<String, String>, T> question) {
        try (RedisClient client = RedisClient.create(url.toString());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }
}
