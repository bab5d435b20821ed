package org.hathor.streaming.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScoredValue;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hathor.streaming.delivery.Batch;

/**
 * Values written to Redis in one pipeline: all commands leave together, and the batch is written when every answer has
 * come. After a failure the connection is given up, so that nothing of the failed attempt can arrive after the next.
 *
 * @param <T> the kind of result
 */
final class RedisBatch<T> implements Batch<T> {
    private static final int VALUES_MAX = 20_000;
    private static final int MEMBERS_PER_COMMAND = 1_000;
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private final RedisForm<T> form;
    private final RedisClient client;
    private final RedisValues values = new RedisValues();
    private StatefulRedisConnection<String, String> connection;

    RedisBatch(URI url, RedisForm<T> form) {
        this.form = Objects.requireNonNull(form, "form is null");
        RedisURI address = RedisURI.create(url);
        address.setTimeout(ANSWER_TIMEOUT);
        this.client = RedisClient.create(address);
        client.setOptions(ClientOptions.builder().autoReconnect(false).build());
    }

    @Override
    public void add(T result) {
        form.put(result, values);
    }

    @Override
    public boolean isEmpty() {
        return values.size() == 0;
    }

    @Override
    public boolean isFull() {
        return values.size() >= VALUES_MAX;
    }

    @Override
    public void send() throws IOException {
        try {
            if (connection == null) {
                connection = client.connect();
                connection.setAutoFlushCommands(false);
            }
            List<RedisFuture<?>> answers = commands(connection.async());
            connection.flushCommands();
            RedisFuture<?>[] all = answers.toArray(new RedisFuture<?>[0]);
            if (!LettuceFutures.awaitAll(ANSWER_TIMEOUT, all)) {
                throw new IOException("Redis did not answer within " + ANSWER_TIMEOUT);
            }
        } catch (RedisException e) {
            disconnect();
            throw new IOException("Redis: " + e.getMessage(), e);
        } catch (IOException e) {
            disconnect();
            throw e;
        }
        values.clear();
    }

    @Override
    public void close() {
        disconnect();
        client.shutdown(Duration.ZERO, ANSWER_TIMEOUT);
    }

    private void disconnect() {
        if (connection != null) {
            connection.closeAsync();
            connection = null;
        }
    }

    private List<RedisFuture<?>> commands(RedisAsyncCommands<String, String> redis) {
        List<RedisFuture<?>> answers = new ArrayList<>();
        values.scores.forEach((key, scores) -> score(redis, key, scores, answers));
        values.fields.forEach((key, fields) -> answers.add(redis.hset(key, fields)));
        values.members.forEach((key, members) -> answers.add(redis.sadd(key, members.toArray(new String[0]))));
        values.texts.forEach((key, text) -> answers.add(redis.set(key, text)));
        values.expiries.forEach((key, instant) -> answers.add(redis.pexpireat(key, instant)));
        return answers;
    }

    private static void score(
            RedisAsyncCommands<String, String> redis,
            String key,
            Map<String, Long> scores,
            List<RedisFuture<?>> answers) {
        List<ScoredValue<String>> present = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        scores.forEach((member, score) -> {
            if (score == 0) {
                absent.add(member);
            } else {
                present.add(ScoredValue.just(score, member));
            }
        });
        for (int from = 0; from < present.size(); from += MEMBERS_PER_COMMAND) {
            answers.add(redis.zadd(key, chunk(present, from).toArray(RedisBatch::scored)));
        }
        for (int from = 0; from < absent.size(); from += MEMBERS_PER_COMMAND) {
            answers.add(redis.zrem(key, chunk(absent, from).toArray(new String[0])));
        }
    }

    private static <V> List<V> chunk(List<V> values, int from) {
        return values.subList(from, Math.min(from + MEMBERS_PER_COMMAND, values.size()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a parameterised type
    private static ScoredValue<String>[] scored(int length) {
        return new ScoredValue[length];
    }
}
