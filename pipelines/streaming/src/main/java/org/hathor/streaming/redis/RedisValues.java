package org.hathor.streaming.redis;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Absolute values to be written to Redis, the latest of each place only: what is set twice before it is written is
 * written once.
 */
public final class RedisValues {
    final Map<String, Map<String, Long>> scores = new HashMap<>();
    final Map<String, Map<String, String>> fields = new HashMap<>();
    final Map<String, String> texts = new HashMap<>();
    final Map<String, Set<String>> members = new HashMap<>();
    final Map<String, Instant> expiries = new HashMap<>();
    private int size;

    /** A member's score in a sorted set; a member whose score is 0 leaves the set. */
    public void score(String key, String member, long score) {
        if (scores.computeIfAbsent(key, absent -> new HashMap<>()).put(member, score) == null) {
            size++;
        }
    }

    /** A field's value in a hash. */
    public void field(String key, String field, String value) {
        if (fields.computeIfAbsent(key, absent -> new HashMap<>()).put(field, value) == null) {
            size++;
        }
    }

    /** A string's value. */
    public void text(String key, String value) {
        if (texts.put(key, value) == null) {
            size++;
        }
    }

    /** A member that a set has. */
    public void member(String key, String member) {
        if (members.computeIfAbsent(key, absent -> new HashSet<>()).add(member)) {
            size++;
        }
    }

    /** When a key goes; one in the past takes the key away at once. */
    public void expireAt(String key, Instant instant) {
        expiries.put(key, instant);
    }

    /** How many places have a value to be written. */
    public int size() {
        return size;
    }

    void clear() {
        scores.clear();
        fields.clear();
        texts.clear();
        members.clear();
        expiries.clear();
        size = 0;
    }
}
