package org.hathor.recommendation;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * Parts the past from what is to be foretold: the split for data with times. A model learns from what began before the
 * instant, and is judged by the items that a user took for the first time from then on.
 *
 * <p>One instant for all users: a cut per user would let a model learn from one user's tomorrow about another's today.
 *
 * @param at the first instant of the held-out side
 */
public record TemporalCut(Instant at) {
    public TemporalCut {
        Objects.requireNonNull(at, "at is null");
    }

    /**
     * The earliest boundary between buckets of time from which on at most the given share of events lies; the last
     * bucket's start when a single bucket holds more than that.
     *
     * @param eventsByStart events in each bucket of time, by the bucket's first millisecond since 1970; not empty
     * @param heldOutShare between 0 and 1, both excluded
     */
    public static TemporalCut choose(SortedMap<Long, Long> eventsByStart, double heldOutShare) {
        if (eventsByStart.isEmpty()) {
            throw new IllegalArgumentException("no events: nothing to part");
        }
        if (!(heldOutShare > 0 && heldOutShare < 1)) {
            throw new IllegalArgumentException("heldOutShare must lie between 0 and 1, not " + heldOutShare);
        }
        long total = eventsByStart.values().stream().mapToLong(Long::longValue).sum();
        long before = 0;
        for (Map.Entry<Long, Long> bucket : eventsByStart.entrySet()) {
            if (total - before <= heldOutShare * total) {
                return new TemporalCut(Instant.ofEpochMilli(bucket.getKey()));
            }
            before += bucket.getValue();
        }
        return new TemporalCut(Instant.ofEpochMilli(eventsByStart.lastKey()));
    }
}
