package org.hathor.streaming.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.hathor.contracts.LiveKeys;

/** What the jobs left in Redis, against the plain list of listens. */
final class RedisResults implements AutoCloseable {
    private final RedisClient client;
    private final RedisCommands<String, String> redis;
    private final Map<LocalDate, Map<String, Long>> plays;

    /** @param plays what there should be: plays by track, by UTC day */
    RedisResults(URI url, Map<LocalDate, Map<String, Long>> plays) {
        this.client = RedisClient.create(url.toString());
        this.redis = client.connect().sync();
        this.plays = plays;
    }

    /** Takes away what an earlier run left. */
    void forget() {
        plays.keySet().forEach(day -> redis.del(LiveKeys.plays(LiveKeys.Kind.TRACK, day)));
        redis.del(LiveKeys.trending(LiveKeys.GLOBAL_SCOPE));
    }

    /** Whether every track has exactly the plays it should have. */
    boolean countsAreExact() {
        return plays.entrySet().stream().allMatch(day -> stored(day.getKey()).equals(day.getValue()));
    }

    /** Whether there is a list of trending tracks; what stands in it is left to the job's own tests. */
    boolean trendingIsListed() {
        return redis.exists(LiveKeys.trending(LiveKeys.GLOBAL_SCOPE)) == 1;
    }

    @Override
    public void close() {
        client.shutdown();
    }

    private Map<String, Long> stored(LocalDate day) {
        Map<String, Long> stored = new HashMap<>();
        redis.zrangeWithScores(LiveKeys.plays(LiveKeys.Kind.TRACK, day), 0, -1)
                .forEach(member -> stored.put(member.getValue(), (long) member.getScore()));
        return stored;
    }
}
