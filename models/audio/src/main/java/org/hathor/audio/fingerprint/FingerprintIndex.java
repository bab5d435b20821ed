package org.hathor.audio.fingerprint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the track that a few seconds of sound come from.
 *
 * <p>Kept in memory: the fingerprints, and a table of where each landmark occurs, which the first query after an
 * addition makes anew. Kept in a file: the fingerprints alone, each with its checksum. Queries may come from several
 * threads, also while tracks are added.
 */
public final class FingerprintIndex {
    private static final int MAGIC = 0x48465049; // "HFPI"
    private static final int FINGERPRINT_BYTES_MAX = 1 << 26;

    /** Speeds are tried this far apart, and this many up and down: 3 %. */
    private static final double SPEED_STEP = 0.005;

    private static final int SPEED_STEPS = 6;

    /** The evidence without which there is no answer. */
    private static final double EVIDENCE_MIN = 0.20;

    /** Peaks a second of a query from which on it counts as noisy. */
    private static final double PEAKS_PER_SECOND = 40;

    /** By how much the share counts more in the noisiest of queries. */
    private static final double NOISE_FACTOR_MAX = 1.25;

    /** How much of a rival's share the evidence loses. */
    private static final double RIVAL_WEIGHT = 0.5;

    /** In a small index chance finds no rival; in one of some hundred tracks it finds one of about this share. */
    private static final double RIVAL_MIN = 0.1;

    /** Another copy of the recording, or a repeated part of it, must not speak against it more than that. */
    private static final double RIVAL_MAX = 0.3;

    /** A score at which other speeds need not be tried. */
    private static final double SAME_SPEED = 2.5;

    private final List<String> ids = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<Fingerprint> fingerprints = new ArrayList<>();
    private Optional<Postings> postings = Optional.empty();

    /**
     * Adds a track.
     *
     * @param trackId not yet in the index
     * @param track made by {@link Fingerprinter#forTracks()}
     */
    public synchronized void add(String trackId, Fingerprint track) {
        if (!known.add(trackId)) {
            throw new IllegalArgumentException("track %s is in the index already".formatted(trackId));
        }
        ids.add(trackId);
        fingerprints.add(track);
        postings = Optional.empty();
    }

    /** How many tracks there are. */
    public synchronized int size() {
        return ids.size();
    }

    /** Bytes of memory that the index takes, ids left out. */
    public long bytes() {
        return postings().bytes();
    }

    /**
     * The track that a query comes from, or nothing when that is not certain.
     *
     * <p>Of the most likely place, the evidence is weighed: the share of the track's peaks that the query has, averaged
     * over four quarters of the frequency range and times the part of the query that lies within the track; counted up
     * to a quarter more in a query with many peaks, which noise brings along with those it hides; less half the share
     * of the best rival, another track or another place in the same one. Tracks that are made of the same sounds, at
     * one tempo and in one key, do share peaks at exact offsets; but they do so in few bands, at many places, or beyond
     * a track's edge.
     *
     * <p>Calibrated on 500 generated tracks with 2,000 queries of them and 3,000 of unknown ones, and verified on 500
     * others with 3,500 and 4,500: see the module's page for what was found. About one query of an unknown track in a
     * thousand is answered nevertheless.
     *
     * @param query made by {@link Fingerprinter#forQueries()}, of 5 s or more
     */
    public Optional<Match> identify(Fingerprint query) {
        Search search = search(query);
        return search.ranked().stream()
                .limit(1)
                .filter(best -> evidence(query, best.alignment(), search.rivalShare(best)) >= EVIDENCE_MIN)
                .map(this::match)
                .findFirst();
    }

    private static double evidence(Fingerprint query, Alignment best, double rivalShare) {
        double noise = Math.sqrt(query.peaks() / query.seconds() / PEAKS_PER_SECOND);
        double factor = Math.max(1, Math.min(NOISE_FACTOR_MAX, noise));
        double rival = Math.max(RIVAL_MIN, Math.min(RIVAL_MAX, rivalShare));
        return best.evenShare() * best.covered() * factor - RIVAL_WEIGHT * rival;
    }

    /** The tracks that a query may come from, most likely first, however unlikely. */
    public List<Match> rank(Fingerprint query, int limit) {
        return search(query).ranked().stream().limit(limit).map(this::match).toList();
    }

    private Search search(Fingerprint query) {
        Search search = new Search(postings(), query, Search.NONE).at(1);
        if (search.ranked().stream().limit(1).anyMatch(best -> best.score() >= SAME_SPEED)) {
            return search;
        }
        for (int step = 1; step <= SPEED_STEPS; step++) {
            search.at(1 + step * SPEED_STEP).at(1 - step * SPEED_STEP);
        }
        return search;
    }

    private synchronized Match match(Search.Candidate found) {
        return new Match(
                ids.get(found.track()),
                found.alignment().offset() / Fingerprint.FRAMES_PER_SECOND,
                found.score(),
                found.alignment().speed());
    }

    /** The table as of now. */
    synchronized Postings postings() {
        if (postings.isEmpty()) {
            postings = Optional.of(new Postings(fingerprints));
        }
        return postings.get();
    }

    /** The id of a track by its place. */
    synchronized String id(int track) {
        return ids.get(track);
    }

    /** Writes the index; the stream is not closed. */
    public synchronized void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
        out.writeInt(MAGIC);
        out.writeInt(ids.size());
        for (int track = 0; track < ids.size(); track++) {
            byte[] bytes = fingerprints.get(track).toBytes();
            out.writeUTF(ids.get(track));
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
    }

    /**
     * Reads what {@link #write} wrote; the stream is not closed.
     *
     * @throws FingerprintFormatException when it is cut short, damaged, or no index
     */
    public static FingerprintIndex read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        FingerprintIndex index = new FingerprintIndex();
        try {
            if (in.readInt() != MAGIC) {
                throw new FingerprintFormatException("this is no fingerprint index; build it again");
            }
            int tracks = in.readInt();
            for (int track = 0; track < tracks; track++) {
                String id = in.readUTF();
                int length = in.readInt();
                if (length < 0 || length > FINGERPRINT_BYTES_MAX) {
                    throw new FingerprintFormatException(
                            "the fingerprint of %s cannot have %d bytes; build the index again".formatted(id, length));
                }
                index.add(id, Fingerprint.ofBytes(in.readNBytes(length)));
            }
        } catch (EOFException e) {
            throw new FingerprintFormatException(
                    "the index ends after %d tracks; build it again".formatted(index.size()));
        }
        return index;
    }
}
