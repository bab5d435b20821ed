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

    record Candidate(int track, int votes, Alignment alignment) {}

    String id(int t) { return ids.get(t); }

    List<Candidate> candidates(Fingerprint query) {
        if (postings == null) {
            postings = new Postings(tracks);
            System.err.println("index MB " + postings.bytes() / 1e6);
        }
        List<Candidate> found = new ArrayList<>();
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
                        found.add(new Candidate(track, place.votes(), Alignment.near(tracks.get(track), query, offset, speed)));
                    }
                }
            }
        }
        return found;
    }
}
