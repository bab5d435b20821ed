package org.hathor.audio.fingerprint;

import java.util.List;
import java.util.Optional;

/**
 * A query looked for in all tracks, and the decision whether what was found is it.
 *
 * <p>Landmarks propose places; the track whose texture correlates best with the query there is weighed by its
 * {@link Likeness}, less where another recording comes near: what is unknown resembles several tracks alike. More
 * places, and then other speeds, are tried while there is no answer. How the weights and thresholds were chosen, and
 * what they achieve, is told in the module's page.
 */
final class Identification {
    /** Speeds are tried this far apart, and this many up and down: 3 %. */
    private static final double SPEED_STEP = 0.005;

    private static final int SPEED_STEPS = 6;

    /** Places that are looked at at the track's own speed: few first, more where that gives no answer. */
    private static final int[] PLACES = {300, 4_000};

    /** Places that are looked at for each other speed. */
    private static final int PLACES_AT_OTHER_SPEEDS = 40;

    /** The evidence without which there is no answer; more of it at other speeds, of which there are many. */
    private static final double EVIDENCE_MIN = 0.4;

    private static final double EVIDENCE_MIN_AT_OTHER_SPEEDS = 0.65;

    /** Peaks of a track under a query without which nothing can be told: the end of a last chord has fewer. */
    private static final int PEAKS_MIN = 6;

    /** How much of the evidence a rival takes away that comes as near as the best, and from what ratio on. */
    private static final double RIVAL_WEIGHT = 2;

    private static final double RIVALRY_MIN = 0.4;

    private final Query query;
    private final Postings tracks;
    private final Search search;

    Identification(Query query, Postings tracks) {
        this.query = query;
        this.tracks = tracks;
        this.search = new Search(tracks, query.constellation(), Search.NONE);
        look();
    }

    private void look() {
        float[][] rises = query.bands(1).rises();
        for (int places : PLACES) {
            search.at(1, rises, places);
            if (answer().isPresent()) {
                return;
            }
        }
        for (int step = 1; step <= SPEED_STEPS; step++) {
            for (double speed : new double[] {1 + step * SPEED_STEP, 1 - step * SPEED_STEP}) {
                search.at(speed, query.bands(speed).rises(), PLACES_AT_OTHER_SPEEDS);
            }
        }
    }

    /** The candidate that the query is, or nothing when that is not certain. */
    Optional<Search.Candidate> answer() {
        return ranked().stream().limit(1).filter(this::certain).findFirst();
    }

    /** All candidates, most likely first. */
    List<Search.Candidate> ranked() {
        return search.ranked();
    }

    private boolean certain(Search.Candidate best) {
        double min = best.speed() == 1 ? EVIDENCE_MIN : EVIDENCE_MIN_AT_OTHER_SPEEDS;
        return peaksUnder(best) >= PEAKS_MIN && evidence(best) >= min;
    }

    private int peaksUnder(Search.Candidate found) {
        Constellation track = tracks.track(found.track()).constellation();
        return track.firstFrom((int) Math.ceil(found.offset() + query.length() * found.speed()))
                - track.firstFrom((int) Math.ceil(found.offset()));
    }

    private double evidence(Search.Candidate found) {
        double alone = Likeness.of(tracks.track(found.track()), query, found.offset(), found.speed())
                .evidence();
        return alone - RIVAL_WEIGHT * Math.max(0, search.rivalry(found) - RIVALRY_MIN);
    }

    /** A candidate at the speed at which it correlates best. */
    Search.Candidate atBestSpeed(Search.Candidate found) {
        return search.atBestSpeed(found, speed -> query.bands(speed).rises(), SPEED_STEP);
    }

    /** How the query lies upon a candidate, told by their peaks. */
    Alignment alignment(Search.Candidate found) {
        return Alignment.near(
                tracks.track(found.track()).constellation(), query.constellation(), found.offset(), found.speed());
    }
}
