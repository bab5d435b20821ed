package org.hathor.core.trending;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tracks with the highest scores, kept up to date from nothing but the scores that change.
 *
 * <p>All scores fade by the same factor, so two tracks change places only when one of them is engaged with; and scores
 * never fall otherwise. A track that has fallen out of the list can therefore come back only by a change of its own,
 * which is offered, and the list is exact without looking at any other track. Equal scores stand in the order of their
 * track ids.
 *
 * <p>Not for several threads.
 */
public final class TopTracks {
    /**
     * A track's place at an instant.
     *
     * @param trackId the track
     * @param score its score then
     * @param velocity how fast it was rising then, per minute
     */
    public record Ranked(String trackId, double score, double velocity) {}

    private record Scored(String trackId, TrendingScore score) {}

    private final int size;
    private final TrendingDecay decay;
    private final Comparator<Scored> order;
    private final Map<String, TrendingScore> scores = new HashMap<>();
    private Scored last;

    /** @param size how many tracks the list holds, 1 to 10,000 */
    public TopTracks(int size, TrendingDecay decay) {
        if (size < 1 || size > 10_000) {
            throw new IllegalArgumentException("a list holds 1 to 10000 tracks, not %d".formatted(size));
        }
        this.size = size;
        this.decay = decay;
        this.order = order(decay);
    }

    /** Takes a track's new score; tells whether the track is in the list now. */
    public boolean offer(String trackId, TrendingScore score) {
        Scored offered = new Scored(trackId, score);
        boolean full = scores.size() == size && !scores.containsKey(trackId);
        if (full && order.compare(offered, last()) > 0) {
            return false;
        }
        if (full) {
            scores.remove(last().trackId());
            last = null;
        }
        scores.put(trackId, score);
        if (last != null && (trackId.equals(last.trackId()) || order.compare(offered, last) > 0)) {
            last = null;
        }
        return true;
    }

    /** Drops what has faded below the pruning bound. */
    public void forgetFaded(long nowMs) {
        if (scores.values().removeIf(score -> score.at(nowMs, decay) < TrendingDecay.PRUNING_BOUND)) {
            last = null;
        }
    }

    /** The list as it stands at an instant: by score descending, then by track id. */
    public List<Ranked> ranked(long instantMs) {
        return scores.entrySet().stream()
                .map(entry -> new Ranked(
                        entry.getKey(),
                        entry.getValue().at(instantMs, decay),
                        entry.getValue().velocity(instantMs, decay)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::trackId))
                .toList();
    }

    /** Each listed track's score, in no order. */
    public Map<String, TrendingScore> scores() {
        return Collections.unmodifiableMap(scores);
    }

    /** How many tracks are in the list. */
    public int size() {
        return scores.size();
    }

    private Scored last() {
        if (last == null) {
            for (Map.Entry<String, TrendingScore> entry : scores.entrySet()) {
                Scored scored = new Scored(entry.getKey(), entry.getValue());
                if (last == null || order.compare(scored, last) > 0) {
                    last = scored;
                }
            }
        }
        return last;
    }

    /** Best first. Two sums are compared at the later of their instants, where neither can overflow. */
    private static Comparator<Scored> order(TrendingDecay decay) {
        return (left, right) -> {
            long atMs =
                    Math.max(left.score().slow().atMs(), right.score().slow().atMs());
            int byScore =
                    Double.compare(right.score().at(atMs, decay), left.score().at(atMs, decay));
            return byScore != 0 ? byScore : left.trackId().compareTo(right.trackId());
        };
    }
}
