package org.hathor.audio.fingerprint;

import java.util.Arrays;
import java.util.List;

/**
 * Where in the tracks each landmark occurs. All tracks lie one after another on one line of frames, so that an
 * occurrence is one number.
 */
final class Postings {
    private static final int BUCKETS = 1 << Landmarks.HASH_BITS;

    /** A landmark with more occurrences than this tells little, and costs much. */
    private static final int OCCURRENCES_MAX = 2_000;

    private final int[] starts = new int[BUCKETS + 1];
    private final int[] positions;
    private final int[] bases;
    private final List<Fingerprint> tracks;

    Postings(List<Fingerprint> fingerprints) {
        tracks = List.copyOf(fingerprints);
        bases = new int[tracks.size() + 1];
        for (int track = 0; track < tracks.size(); track++) {
            bases[track + 1] = Math.addExact(bases[track], tracks.get(track).length() + 1);
            Landmarks.ofTrack(tracks.get(track).constellation(), (hash, frame) -> starts[hash + 1]++);
        }
        for (int hash = 0; hash < BUCKETS; hash++) {
            starts[hash + 1] += starts[hash];
        }
        positions = new int[starts[BUCKETS]];
        int[] next = starts.clone();
        for (int track = 0; track < tracks.size(); track++) {
            int base = bases[track];
            Landmarks.ofTrack(
                    tracks.get(track).constellation(), (hash, frame) -> positions[next[hash]++] = base + frame);
        }
    }

    /** The frame on the line at which a track begins. */
    int base(int track) {
        return bases[track];
    }

    /** The fingerprint of a track. */
    Fingerprint track(int track) {
        return tracks.get(track);
    }

    /** How many tracks there are. */
    int size() {
        return tracks.size();
    }

    /** The first track that ends after a frame of the line. */
    int firstEndingAfter(int frame) {
        int at = Arrays.binarySearch(bases, Math.max(0, frame));
        return at >= 0 ? at : -at - 2;
    }

    /** Adds a vote for each occurrence of a landmark, outside one track, that the query has at a frame of its own. */
    void vote(int hash, int frame, int excluded, Votes votes) {
        int from = starts[hash];
        int to = starts[hash + 1];
        if (to - from > OCCURRENCES_MAX) {
            return;
        }
        int excludedFrom = excluded < 0 ? 0 : bases[excluded];
        int excludedTo = excluded < 0 ? 0 : bases[excluded + 1];
        for (int i = from; i < to; i++) {
            if (positions[i] < excludedFrom || positions[i] >= excludedTo) {
                votes.add(positions[i] - frame);
            }
        }
    }

    /** Bytes of memory, the fingerprints' own included. */
    long bytes() {
        long bytes = (long) Integer.BYTES * (starts.length + positions.length + bases.length);
        for (Fingerprint track : tracks) {
            bytes += (long) track.peaks() * (Integer.BYTES + Short.BYTES)
                    + track.texture().bytes();
        }
        return bytes;
    }
}
