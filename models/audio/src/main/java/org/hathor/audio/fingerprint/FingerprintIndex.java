package org.hathor.audio.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the track that a few seconds of sound come from. */
public final class FingerprintIndex {
    private static final double STEP = 0.005;
    private static final int STEPS = Integer.getInteger("steps", 6);
    private static final int FAN = Integer.getInteger("qfan", 25);
    private static final int CANDIDATES = 12;

    private final List<String> ids = new ArrayList<>();
    private final List<Fingerprint> tracks = new ArrayList<>();
    private Postings postings;
    public static long votesTotal;

    public void add(String trackId, Fingerprint track) {
        ids.add(trackId);
        tracks.add(track);
        postings = null;
    }

    public List<Match> rank(Fingerprint query, int limit) {
        if (postings == null) {
            postings = new Postings(tracks);
            System.err.println("index MB " + postings.bytes() / 1e6);
        }
        Map<Integer, Alignment> best = new HashMap<>();
        Votes votes = new Votes();
        for (int step = -STEPS; step <= STEPS; step++) {
            double speed = 1 + step * STEP;
            votes.clear();
            Landmarks.ofQuery(query, speed, FAN, (hash, frame) -> postings.vote(hash, frame, votes));
            votesTotal += votes.count();
            for (Votes.Place place : votes.best(CANDIDATES)) {
                for (int track = 0; track < tracks.size(); track++) {
                    int offset = place.frame() - postings.base(track);
                    if (offset < tracks.get(track).length() && offset + query.length() > 0) {
                        best.merge(track, Alignment.near(tracks.get(track), query, offset, speed),
                                (a, b) -> a.score() >= b.score() ? a : b);
                    }
                }
            }
        }
        return best.entrySet().stream()
                .map(e -> new Match(ids.get(e.getKey()), e.getValue().offset() / Fingerprint.FRAMES_PER_SECOND,
                        e.getValue().score(), e.getValue().speed()))
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .limit(limit)
                .toList();
    }
}
