package org.hathor.box;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the platform must say of the listens it was sent, counted the plain way: a map by identity, the first one holds.
 */
final class ListenOracle {
    private final Map<String, Map<String, Object>> listens = new LinkedHashMap<>();

    /** Takes note of a listen as it was sent; a second copy changes nothing. */
    void sent(Map<String, Object> event) {
        listens.putIfAbsent(event.get("userId") + " " + event.get("listenId"), event);
    }

    long count() {
        return listens.size();
    }

    long qualified() {
        return listens.values().stream().filter(ListenOracle::qualified).count();
    }

    long listeners() {
        return distinct("userId");
    }

    long tracks() {
        return distinct("trackId");
    }

    long msPlayed() {
        return listens.values().stream().mapToLong(ListenOracle::msPlayed).sum();
    }

    /** Plays of each track, on one UTC day or (null) on all. */
    Map<String, Long> plays(String field, LocalDate day) {
        Map<String, Long> plays = new TreeMap<>();
        for (Map<String, Object> listen : listens.values()) {
            if (day == null || day(listen).equals(day)) {
                plays.merge((String) listen.get(field), 1L, Long::sum);
            }
        }
        return plays;
    }

    Map<LocalDate, Long> playsByDay() {
        Map<LocalDate, Long> plays = new HashMap<>();
        listens.values().forEach(listen -> plays.merge(day(listen), 1L, Long::sum));
        return plays;
    }

    /**
     * The trending score of each track: qualified listens, each halved for every half-life of its age.
     *
     * @param since listens that began before are too old for the live path
     */
    Map<String, Double> decayed(Instant at, double halfLifeMs, Instant since) {
        Map<String, Double> scores = new HashMap<>();
        for (Map<String, Object> listen : listens.values()) {
            Instant startedAt = Instant.parse((String) listen.get("startedAt"));
            if (qualified(listen) && !startedAt.isBefore(since)) {
                double ageMs = at.toEpochMilli() - startedAt.toEpochMilli();
                scores.merge((String) listen.get("trackId"), Math.pow(2, -ageMs / halfLifeMs), Double::sum);
            }
        }
        return scores;
    }

    private long distinct(String field) {
        Set<Object> values = new HashSet<>();
        listens.values().forEach(listen -> values.add(listen.get(field)));
        return values.size();
    }

    private static LocalDate day(Map<String, Object> listen) {
        return Instant.parse((String) listen.get("startedAt"))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
    }

    private static long msPlayed(Map<String, Object> listen) {
        return ((Number) listen.get("msPlayed")).longValue();
    }

    private static boolean qualified(Map<String, Object> listen) {
        long lengthMs = ((Number) listen.get("trackLengthMs")).longValue();
        return msPlayed(listen) >= 30_000 || msPlayed(listen) >= lengthMs;
    }
}
