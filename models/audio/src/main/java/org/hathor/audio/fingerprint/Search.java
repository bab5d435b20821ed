package org.hathor.audio.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One query asked of all tracks, at one supposed speed after another. */
final class Search {
    /** No track is left out. */
    static final int NONE = -1;

    /** Places on the line of tracks that are looked at peak by peak, of each speed. */
    private static final int PLACES = 12;

    /** Offsets no further apart than this, 0.19 s, are one place found twice, at two speeds, say. */
    private static final int SAME_PLACE_FRAMES = 8;

    private final Postings postings;
    private final Fingerprint query;
    private final int excluded;
    private final Votes votes = new Votes();
    private final List<Candidate> candidates = new ArrayList<>();

    /** @param excluded a track that is no answer, or {@link #NONE} */
    Search(Postings postings, Fingerprint query, int excluded) {
        this.postings = postings;
        this.query = query;
        this.excluded = excluded;
    }

    /**
     * A track laid under the query.
     *
     * @param track its place in the index
     * @param alignment how it lies
     * @param score what speaks for it
     */
    record Candidate(int track, Alignment alignment, double score) {
        static Candidate of(int track, Alignment alignment, int votes) {
            return new Candidate(track, alignment, alignment.share() * Math.sqrt(votes));
        }

        boolean samePlaceAs(Candidate other) {
            return track == other.track && Math.abs(alignment.offset() - other.alignment.offset()) <= SAME_PLACE_FRAMES;
        }
    }

    /** Asks at one speed. */
    Search at(double speed) {
        votes.clear();
        Landmarks.ofQuery(query, speed, (hash, frame) -> postings.vote(hash, frame, excluded, votes));
        for (Votes.Place place : votes.best(PLACES)) {
            int end = place.frame() + query.length();
            for (int track = postings.firstEndingAfter(place.frame());
                    track < postings.size() && postings.base(track) < end;
                    track++) {
                if (track != excluded) {
                    Alignment alignment = Alignment.near(
                            postings.track(track), query, (double) place.frame() - postings.base(track), speed);
                    candidates.add(Candidate.of(track, alignment, place.votes()));
                }
            }
        }
        return this;
    }

    /** The best place in each track that was found at any speed, most likely first. */
    List<Candidate> ranked() {
        Map<Integer, Candidate> best = new HashMap<>();
        for (Candidate found : candidates) {
            best.merge(found.track(), found, (one, other) -> one.score() >= other.score() ? one : other);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::track))
                .toList();
    }

    /** The greatest share at any other place, in another track or in the same; 0 when there is none. */
    double rivalShare(Candidate one) {
        return candidates.stream()
                .filter(other -> !other.samePlaceAs(one))
                .mapToDouble(
                        other -> other.alignment().share() * other.alignment().covered())
                .max()
                .orElse(0);
    }
}
