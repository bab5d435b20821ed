package org.hathor.audio.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/** One query asked of all tracks, at one supposed speed after another. */
final class Search {
    /** No track is left out. */
    static final int NONE = -1;

    /**
     * Frames of a query that have to lie within the track, 4.5 s, and the share of a shorter one: of less there is some
     * track that begins or ends alike.
     */
    private static final int COMMON_MIN = 194;

    private static final double COMMON_SHARE_MIN = 0.9;

    /** Tracks whose places are looked at more closely. */
    private static final int REFINED = 10;

    /** Frames by which the votes may have missed the best place. */
    private static final int REFINED_BY = 2;

    /** So alike are two tracks where they are copies of one recording. */
    private static final double COPY_MIN = 0.6;

    /**
     * Frames before and after the query over which they have to be: 10 s, since last chords resemble each other that
     * end different pieces.
     */
    private static final int AROUND = 430;

    /** Rivals that are looked at, in case the first are copies. */
    private static final int RIVALS = 4;

    private static final Comparator<Candidate> MOST_LIKELY_FIRST =
            Comparator.comparingDouble(Candidate::correlation).reversed().thenComparingInt(Candidate::track);

    private final Postings postings;
    private final Constellation query;
    private final int excluded;
    private final Votes votes = new Votes();
    private final Map<Integer, Candidate> bestOfTrack = new HashMap<>();

    /** @param excluded a track that is no answer, or {@link #NONE} */
    Search(Postings postings, Constellation query, int excluded) {
        this.postings = postings;
        this.query = query;
        this.excluded = excluded;
    }

    /**
     * A track laid under the query.
     *
     * @param track its place in the index
     * @param offset the track's frame at which the query begins
     * @param speed how many times faster than the track the query is supposed to be played
     * @param correlation of the track's texture with the query
     */
    record Candidate(int track, double offset, double speed, double correlation) {}

    /**
     * Asks at one speed.
     *
     * @param speed how many times faster than the tracks the query is supposed to be
     * @param rises the query's, at that speed
     * @param places that are looked at, those with the most landmarks
     */
    Search at(double speed, float[][] rises, int places) {
        votes.clear();
        Landmarks.ofQuery(query, speed, (hash, frame) -> postings.vote(hash, frame, excluded, votes));
        List<Candidate> found = new ArrayList<>();
        for (Votes.Place place : votes.best(places)) {
            int end = place.frame() + query.length();
            for (int track = postings.firstEndingAfter(place.frame());
                    track < postings.size() && postings.base(track) < end;
                    track++) {
                double offset = (double) place.frame() - postings.base(track);
                if (track != excluded && common(track, offset, speed) >= commonMin()) {
                    found.add(candidate(track, offset, speed, rises));
                }
            }
        }
        found.stream().sorted(MOST_LIKELY_FIRST).limit(REFINED).forEach(each -> keep(refined(each, rises)));
        return this;
    }

    /** Frames of the query that lie within a track. */
    private double common(int track, double offset, double speed) {
        double end = Math.min(postings.track(track).length(), offset + query.length() * speed);
        return (end - Math.max(0, offset)) / speed;
    }

    private double commonMin() {
        return Math.min(COMMON_MIN, COMMON_SHARE_MIN * query.length());
    }

    /** The best place in each track that was found at any speed, most likely first. */
    List<Candidate> ranked() {
        return bestOfTrack.values().stream().sorted(MOST_LIKELY_FIRST).toList();
    }

    /**
     * How near another recording comes to a candidate: the ratio of their correlations, 0 to 1. A copy of the
     * candidate's own recording, which correlates with it, is no rival.
     */
    double rivalry(Candidate one) {
        int from = (int) Math.floor(one.offset()) - AROUND;
        int to = from + (int) Math.round(query.length() * one.speed()) + 2 * AROUND;
        float[][] own = postings.track(one.track()).texture().rises(from, to);
        return ranked().stream()
                .filter(other -> other.track() != one.track() && other.correlation() > 0)
                .limit(RIVALS)
                .filter(other -> likeness(own, one, other) < COPY_MIN)
                .mapToDouble(other -> Math.min(1, other.correlation() / one.correlation()))
                .findFirst()
                .orElse(0);
    }

    /** How alike two tracks are around where they lie under the query. */
    private double likeness(float[][] own, Candidate one, Candidate other) {
        double ratio = other.speed() / one.speed();
        return Likeness.correlation(
                postings.track(other.track()).texture(), own, other.offset() - AROUND * ratio, ratio);
    }

    /**
     * A candidate at the speed at which it correlates best, which noise may have hidden while places were voted for.
     *
     * @param rises the query's, at any speed
     * @param step from one speed to the next
     */
    Candidate atBestSpeed(Candidate found, DoubleFunction<float[][]> rises, double step) {
        Candidate best = found;
        for (double direction : new double[] {step, -step}) {
            for (Candidate next = faster(best, direction, rises);
                    next.correlation() > best.correlation();
                    next = faster(best, direction, rises)) {
                best = next;
            }
        }
        return best;
    }

    /** The same place, its middle kept, at a speed so much greater. */
    private Candidate faster(Candidate found, double step, DoubleFunction<float[][]> rises) {
        double speed = found.speed() + step;
        float[][] there = rises.apply(speed);
        double offset = found.offset() - 0.5 * query.length() * step;
        return refined(candidate(found.track(), offset, speed, there), there);
    }

    private Candidate refined(Candidate found, float[][] rises) {
        Candidate best = found;
        for (int late = -REFINED_BY; late <= REFINED_BY; late++) {
            Candidate other = candidate(found.track(), found.offset() + late, found.speed(), rises);
            best = other.correlation() > best.correlation() ? other : best;
        }
        return best;
    }

    private Candidate candidate(int track, double offset, double speed, float[][] rises) {
        return new Candidate(
                track, offset, speed, Likeness.correlation(postings.track(track).texture(), rises, offset, speed));
    }

    private void keep(Candidate found) {
        bestOfTrack.merge(found.track(), found, (one, other) -> one.correlation() >= other.correlation() ? one : other);
    }
}
