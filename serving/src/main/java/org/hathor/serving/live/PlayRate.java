package org.hathor.serving.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Plays per second over a sliding window, from absolute counts sampled now and then.
 *
 * <p>A count that falls back (streaming resumes from a checkpoint and counts up again) is not growth until it exceeds
 * the highest value it ever had; a new day begins at zero. Not thread-safe.
 */
final class PlayRate {
    private final Duration window;
    private final Map<String, Long> highest = new HashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private long grown;
    private boolean begun;

    private record Sample(Instant at, long grown) {}

    PlayRate(Duration window) {
        this.window = window;
    }

    /**
     * Takes a sample.
     *
     * @param at not before the previous sample
     * @param playsByDay absolute counts by day; the days that are gone are forgotten
     */
    void sample(Instant at, Map<String, Long> playsByDay) {
        playsByDay.forEach((day, plays) -> {
            long before = highest.getOrDefault(day, 0L);
            if (plays > before) {
                grown += begun ? plays - before : 0;
                highest.put(day, plays);
            }
        });
        highest.keySet().retainAll(playsByDay.keySet());
        begun = true;
        samples.addLast(new Sample(at, grown));
        while (samples.size() > 2
                && !Duration.between(second().at(), at).minus(window).isNegative()) {
            samples.removeFirst();
        }
    }

    /** Growth from the oldest to the newest sample of the window; 0 before there are two. */
    double perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        Sample oldest = samples.getFirst();
        Sample newest = samples.getLast();
        long millis = Duration.between(oldest.at(), newest.at()).toMillis();
        return millis <= 0 ? 0 : (newest.grown() - oldest.grown()) * 1000.0 / millis;
    }

    private Sample second() {
        var iterator = samples.iterator();
        iterator.next();
        return iterator.next();
    }
}
