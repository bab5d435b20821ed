package org.hathor.serving.recommendations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hathor.contracts.LiveKeys;
import org.hathor.serving.Redis;
import org.hathor.serving.ServingException;
import org.hathor.serving.StoreError;

/** The trending lists that streaming keeps in Redis, see {@link LiveKeys#trending}. */
final class TrendingLists {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Redis redis;

    TrendingLists(Redis redis) {
        this.redis = Objects.requireNonNull(redis, "redis is null");
    }

    /** The JSON form of the contract {@code TrendingList}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ranking(String scope, long rankedAt, long halfLifeMs, List<Entry> entries) {
        @JsonIgnoreProperties(ignoreUnknown = true)
        record Entry(String trackId, String artistId, double score, double velocity) {}
    }

    /** The list of a scope; empty while there is none. */
    Optional<Ranking> list(String scope) {
        String json = redis.call(commands -> commands.get(LiveKeys.trending(scope)));
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(json, Ranking.class));
        } catch (JsonProcessingException e) {
            throw new ServingException(
                    StoreError.STORE_FAILED, "The trending list cannot be read", Map.of("scope", scope), e);
        }
    }
}
