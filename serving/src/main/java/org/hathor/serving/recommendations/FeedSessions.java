package org.hathor.serving.recommendations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hathor.serving.Redis;
import org.hathor.serving.ServingException;

/**
 * Feeds in progress, in Redis: one hash for each session, gone half an hour after its last page. A listener has at most
 * {@value #PER_USER_MAX} sessions; the oldest makes room.
 *
 * <ul>
 *   <li>{@code session}: the {@link FeedSession}
 *   <li>{@code at:<place>}: what had been shown when this place was handed out, as indices
 *   <li>{@code page:<place>:<limit>}: the page that was cut there
 * </ul>
 */
final class FeedSessions {
    static final Duration KEPT = Duration.ofMinutes(30);
    static final int PER_USER_MAX = 8;

    /** Places and pages of one session: more than a feed of 500 asked for one by one needs. */
    static final int FIELDS_MAX = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Integer>> INDICES = new TypeReference<>() {};
    private static final String SESSION = "session";

    private final Redis redis;

    FeedSessions(Redis redis) {
        this.redis = Objects.requireNonNull(redis, "redis is null");
    }

    /**
     * A page as it was cut.
     *
     * @param indices of the session's candidates
     * @param nextPlace null where the feed ends
     */
    record Page(List<Integer> indices, String nextPlace) {}

    /** Keeps a new session, with its first place, where nothing has been shown. */
    void begin(FeedCursor first, FeedSession session) {
        String key = key(first);
        String ofUser = "feed:user:" + session.userId();
        redis.call(commands -> {
            commands.hset(key, Map.of(SESSION, write(session), at(first), write(List.of())));
            commands.expire(key, KEPT);
            commands.lpush(ofUser, key);
            commands.expire(ofUser, KEPT);
            List<String> old = commands.lrange(ofUser, PER_USER_MAX, -1);
            if (!old.isEmpty()) {
                commands.del(old.toArray(new String[0]));
                commands.ltrim(ofUser, 0, PER_USER_MAX - 1L);
            }
            return null;
        });
    }

    /** The session of a cursor, kept for another while; empty when it is over. */
    Optional<FeedSession> find(FeedCursor cursor) {
        String json = redis.call(commands -> {
            commands.expire(key(cursor), KEPT);
            return commands.hget(key(cursor), SESSION);
        });
        return Optional.ofNullable(json).map(text -> read(text, FeedSession.class));
    }

    /** What had been shown when the place was handed out; empty for a place that never was. */
    Optional<List<Integer>> shownAt(FeedCursor cursor) {
        return Optional.ofNullable(redis.call(commands -> commands.hget(key(cursor), at(cursor))))
                .map(FeedSessions::indices);
    }

    /** The page of that size that was cut there before. */
    Optional<Page> page(FeedCursor cursor, int limit) {
        return Optional.ofNullable(redis.call(commands -> commands.hget(key(cursor), page(cursor.place(), limit))))
                .map(text -> read(text, Page.class));
    }

    /**
     * Keeps a page and the place after it, unless another request was first.
     *
     * @param shown after the page
     * @return the page that holds: this one or the other's
     * @throws ServingException with {@link RecommendationError#FEED_TOO_BUSY}
     */
    Page keep(FeedCursor cursor, int limit, Page page, List<Integer> shown) {
        String key = key(cursor);
        return redis.call(commands -> {
            if (commands.hlen(key) >= FIELDS_MAX) {
                throw new ServingException(
                        RecommendationError.FEED_TOO_BUSY,
                        "This feed was asked too often: begin anew without a cursor",
                        Map.of("parameter", "cursor"));
            }
            // The place first: a page must never name a place that is not there.
            if (page.nextPlace() != null) {
                commands.hset(key, "at:" + page.nextPlace(), write(shown));
            }
            String field = page(cursor.place(), limit);
            if (commands.hsetnx(key, field, write(page))) {
                commands.expire(key, KEPT);
                return page;
            }
            if (page.nextPlace() != null) {
                commands.hdel(key, "at:" + page.nextPlace());
            }
            return read(commands.hget(key, field), Page.class);
        });
    }

    private static String key(FeedCursor cursor) {
        return "feed:session:" + cursor.session();
    }

    private static String at(FeedCursor cursor) {
        return "at:" + cursor.place();
    }

    private static String page(String place, int limit) {
        return "page:%s:%d".formatted(place, limit);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> indices(String json) {
        try {
            return JSON.readValue(json, INDICES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
