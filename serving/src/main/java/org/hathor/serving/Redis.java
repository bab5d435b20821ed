package org.hathor.serving;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The one shared connection to Redis, made on first use and mended by itself.
 *
 * <p>Thread-safe. While Redis is away commands fail at once instead of queueing.
 */
public final class Redis implements AutoCloseable {
    private final RedisClient client;
    private final Duration timeout;
    private StatefulRedisConnection<String, String> connection;

    private Redis(RedisClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /** @param timeout after which connecting or a command is given up */
    public static Redis at(URI address, Duration timeout) {
        Objects.requireNonNull(timeout, "timeout is null");
        RedisURI uri = RedisURI.create(address);
        uri.setTimeout(timeout);
        RedisClient client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .build());
        return new Redis(client, timeout);
    }

    /**
     * Runs commands.
     *
     * @throws ServingException with {@link StoreError#STORE_UNAVAILABLE}
     */
    public <T> T call(Function<RedisCommands<String, String>, T> commands) {
        try {
            return commands.apply(connection().sync());
        } catch (RedisException e) {
            throw new ServingException(
                    StoreError.STORE_UNAVAILABLE, "The store of live numbers does not answer: try again", Map.of(), e);
        }
    }

    private synchronized StatefulRedisConnection<String, String> connection() {
        if (connection == null) {
            connection = client.connect();
        }
        return connection;
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, timeout);
    }
}
