package org.hathor.streaming.redis;

import java.io.Serializable;

/**
 * What a result looks like in Redis.
 *
 * @param <T> the kind of result
 */
@FunctionalInterface
public interface RedisForm<T> extends Serializable {
    void put(T result, RedisValues values);
}
