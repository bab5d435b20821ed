package org.hathor.audio.fingerprint;

import java.util.List;

/**
 * Where in the tracks each landmark occurs. All tracks lie one after another on one line of frames, so that an
 * occurrence is one number.
 */
final class Postings {
    private static final int BUCKETS = 1 << Landmarks.HASH_BITS;

    /** Pairs that each peak of a track begins. */
    private static final int FAN = Integer.getInteger("fan", 5);

    /** A landmark with more occurrences than this tells little, and costs much. */
    private static final int OCCURRENCES_MAX = Integer.getInteger("omax", 2000);

    private final int[] starts = new int[BUCKETS + 1];
    private final int[] positions;
    private final int[] bases;

    Postings(List<Fingerprint> tracks) {
        bases = new int[tracks.size() + 1];
        for (int track = 0; track < tracks.size(); track++) {
            bases[track + 1] = Math.addExact(bases[track], tracks.get(track).length() + 1);
            Landmarks.ofTrack(tracks.get(track), FAN, (hash, frame) -> starts[hash + 1]++);
        }
        for (int hash = 0; hash < BUCKETS; hash++) {
            starts[hash + 1] += starts[hash];
        }
        positions = new int[starts[BUCKETS]];
        int[] next = starts.clone();
        for (int track = 0; track < tracks.size(); track++) {
            int base = bases[track];
            Landmarks.ofTrack(tracks.get(track), FAN, (hash, frame) -> positions[next[hash]++] = base + frame);
        }
    }

    /** The frame on the line at which a track begins. */
    int base(int track) {
        return bases[track];
    }

    /** Adds a vote for each occurrence of a landmark that the query has at a frame of its own. */
    void vote(int hash, int frame, Votes votes) {
        int from = starts[hash];
        int to = starts[hash + 1];
        if (to - from <= OCCURRENCES_MAX) {
            for (int i = from; i < to; i++) {
                votes.add(positions[i] - frame);
            }
        }
    }

    /** Bytes in memory. */
    long bytes() {
        return 4L * (starts.length + positions.length + bases.length);
    }
}
