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

    /** The share of a track's peaks that a query must have: more than tracks share that are made of the same sounds. */
    private static final double SHARE_MIN = 0.28;

    /** What the best track's score must have more than the next one's. */
    private static final double MARGIN = 0.7;

    /** A score so high that a rival, a copy of the same recording, say, changes nothing. */
    private static final double CERTAIN = 1.8;

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
     * The track that a query comes from, or nothing when that is not certain: the best track must have enough of its
     * peaks in the query, and either lead the next by a margin or have a score that chance does not give. Two tracks
     * that are made of the same sounds, a drummer's loop at one tempo, say, do share peaks at exact offsets; it is that
     * share which the first condition keeps out, at the price of some queries as noisy as they are loud.
     *
     * @param query made by {@link Fingerprinter#forQueries()}, of 5 s or more
     */
    public Optional<Match> identify(Fingerprint query) {
        List<Search.Candidate> ranked = search(query);
        if (ranked.isEmpty() || ranked.get(0).alignment().share() < SHARE_MIN) {
            return Optional.empty();
        }
        double score = ranked.get(0).score();
        double lead = ranked.size() < 2 ? score : score - ranked.get(1).score();
        return lead >= MARGIN || score >= CERTAIN ? Optional.of(match(ranked.get(0))) : Optional.empty();
    }

    /** The tracks that a query may come from, most likely first, however unlikely. */
    public List<Match> rank(Fingerprint query, int limit) {
        return search(query).stream().limit(limit).map(this::match).toList();
    }

    private List<Search.Candidate> search(Fingerprint query) {
        Search search = new Search(postings(), query, Search.NONE).at(1);
        List<Search.Candidate> ranked = search.ranked();
        if (!ranked.isEmpty() && ranked.get(0).score() >= SAME_SPEED) {
            return ranked;
        }
        for (int step = 1; step <= SPEED_STEPS; step++) {
            search.at(1 + step * SPEED_STEP).at(1 - step * SPEED_STEP);
        }
        return search.ranked();
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
