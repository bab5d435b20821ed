package org.hathor.serving.recommendations;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The rule that no artist fills a feed: among any {@value #WINDOW} consecutive items at most {@value #PER_ARTIST_MAX}
 * are of one artist. Items are admitted one after the other; not thread-safe.
 */
final class ArtistSpacing {
    static final int WINDOW = 20;
    static final int PER_ARTIST_MAX = 2;

    /** The last items, one fewer than a window: the next one completes it. */
    private final Deque<String> recent = new ArrayDeque<>();

    private final Map<String, Integer> counts = new HashMap<>();

    /** Whether an item of this artist may come next. */
    boolean admits(String artist) {
        return counts.getOrDefault(artist, 0) < PER_ARTIST_MAX;
    }

    /** Puts an item of this artist next, admitted or not. */
    void add(String artist) {
        recent.addLast(artist);
        counts.merge(artist, 1, Integer::sum);
        if (recent.size() == WINDOW) {
            counts.computeIfPresent(recent.removeFirst(), (gone, count) -> count == 1 ? null : count - 1);
        }
    }
}
