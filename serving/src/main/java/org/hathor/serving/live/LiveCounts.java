package org.hathor.serving.live;

import io.lettuce.core.ScoredValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.LiveKeys.Kind;
import org.hathor.serving.Redis;

/** The live numbers in Redis, where {@link LiveKeys} says they are. */
final class LiveCounts {
    private static final String PLAYS_FIELD = "plays:";

    private final Redis redis;

    LiveCounts(Redis redis) {
        this.redis = Objects.requireNonNull(redis, "redis is null");
    }

    /** An id with its count. */
    record Counted(String id, long count) {}

    /** The platform's totals by field, see {@link LiveKeys#TOTALS}. */
    Map<String, Long> totals() {
        return redis.call(commands -> {
            Map<String, Long> totals = new HashMap<>();
            commands.hgetall(LiveKeys.TOTALS).forEach((field, value) -> totals.put(field, Long.valueOf(value)));
            return totals;
        });
    }

    /** The plays by day out of {@link #totals}. */
    static Map<String, Long> playsByDay(Map<String, Long> totals) {
        return totals.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(PLAYS_FIELD))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Counted> mostPlayed(LocalDate day, int limit) {
        return top(LiveKeys.plays(Kind.TRACK, day), limit);
    }

    List<Counted> mostHeard(int limit) {
        return top(LiveKeys.listeners(Kind.TRACK), limit);
    }

    long plays(String trackId, LocalDate day) {
        return score(LiveKeys.plays(Kind.TRACK, day), trackId);
    }

    long qualifiedPlays(String trackId, LocalDate day) {
        return score(LiveKeys.qualifiedPlays(Kind.TRACK, day), trackId);
    }

    long listeners(String trackId) {
        return score(LiveKeys.listeners(Kind.TRACK), trackId);
    }

    /** The countries that have a trending list, in alphabetical order. */
    List<String> countries() {
        return redis.call(commands -> commands.smembers(LiveKeys.TRENDING_SCOPES)).stream()
                .filter(scope -> !scope.equals(LiveKeys.GLOBAL_SCOPE))
                .sorted()
                .toList();
    }

    private long score(String key, String member) {
        Double score = redis.call(commands -> commands.zscore(key, member));
        return score == null ? 0 : score.longValue();
    }

    private List<Counted> top(String key, int limit) {
        return redis.call(commands -> ranked(commands.zrevrangeWithScores(key, 0, limit - 1L).stream()));
    }

    /** Redis breaks ties by id descending; people expect ascending. */
    private static List<Counted> ranked(Stream<ScoredValue<String>> members) {
        return members.map(member -> new Counted(member.getValue(), (long) member.getScore()))
                .sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::id))
                .toList();
    }
}
