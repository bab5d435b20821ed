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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** A child that is started while the program is written may hold it open, and then nobody could run it. */
    @Test
    void theProgramRunsAsSoonAsItIsUnpackedWhateverElseIsStarted() throws Exception {
        AtomicBoolean unpacking = new AtomicBoolean(true);
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            List<Future<Void>> starters = Stream.generate(() -> others.submit(() -> startPrograms(unpacking)))
                    .limit(2)
                    .toList();
            for (int i = 0; i < 20; i++) {
                Path server = RedisEngine.unpackedServer(Distribution.ofCheckout(data.resolve("engines-" + i)));
                Process version = new ProcessBuilder(server.toString(), "--version")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                assertThat(version.waitFor()).isZero();
                assertThat(server.getParent().toFile().list())
                        .containsExactly(server.getFileName().toString());
            }
            unpacking.set(false);
            for (Future<Void> starter : starters) {
                starter.get();
            }
        } finally {
            unpacking.set(false);
            others.shutdown();
        }
    }

    private static Void startPrograms(AtomicBoolean unpacking) throws Exception {
        while (unpacking.get()) {
            assertThat(new ProcessBuilder("true").start().waitFor()).isZero();
        }
        return null;
    }

    private static <T> T ask(URI url, Function<RedisCommands<String, String>, T> question) {
        try (RedisClient client = RedisClient.create(url.toString());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }
}
