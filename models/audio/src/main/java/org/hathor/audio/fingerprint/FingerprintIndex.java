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

    /** Places that are looked at at the track's own speed: few first, more where that gives no answer. */
    private static final int[] PLACES = {300, 4_000};

    /** Places that are looked at for each other speed. */
    private static final int PLACES_AT_OTHER_SPEEDS = 40;

    /** The evidence without which there is no answer. */
    private static final double EVIDENCE_MIN = 0.94;

    /** How much of the evidence a rival takes away that comes as near as the best, and from what ratio on. */
    private static final double RIVAL_WEIGHT = 1.1;

    private static final double RIVALRY_MIN = 0.4;

    private final List<String> ids = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<Fingerprint> fingerprints = new ArrayList<>();
    private Optional<Postings> postings = Optional.empty();

    /**
     * Adds a track.
     *
     * @param trackId not yet in the index
     * @param track made by {@link Fingerprinter#track}
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
     * <p>Landmarks propose places; the track whose texture correlates best with the query there is weighed by its
     * {@link Likeness}, less where another recording comes near: what is unknown resembles several tracks alike. How
     * the weights and the threshold were chosen, and what they achieve, is told in the module's page.
     *
     * @param query of 5 s or more
     */
    public Optional<Match> identify(Query query) {
        Postings tracks = postings();
        Search search = search(query, tracks);
        return answer(query, search, tracks).map(best -> match(query, best, search, tracks));
    }

    /** The tracks that a query may come from, most likely first, however unlikely. */
    public List<Match> rank(Query query, int limit) {
        Postings tracks = postings();
        Search search = search(query, tracks);
        return search.ranked().stream()
                .limit(limit)
                .map(found -> match(query, found, search, tracks))
                .toList();
    }

    /** More places, and then other speeds, are tried when there is no answer before. */
    private static Search search(Query query, Postings tracks) {
        Search search = new Search(tracks, query.constellation(), Search.NONE);
        float[][] rises = query.bands(1).rises();
        for (int places : PLACES) {
            search.at(1, rises, places);
            if (answer(query, search, tracks).isPresent()) {
                return search;
            }
        }
        for (int step = 1; step <= SPEED_STEPS; step++) {
            for (double speed : new double[] {1 + step * SPEED_STEP, 1 - step * SPEED_STEP}) {
                search.at(speed, query.bands(speed).rises(), PLACES_AT_OTHER_SPEEDS);
            }
        }
        return search;
    }

    private static Optional<Search.Candidate> answer(Query query, Search search, Postings tracks) {
        return search.ranked().stream()
                .limit(1)
                .filter(best -> evidence(query, best, search, tracks) >= EVIDENCE_MIN)
                .findFirst();
    }

    private static double evidence(Query query, Search.Candidate found, Search search, Postings tracks) {
        double alone = Likeness.of(tracks.track(found.track()), query, found.offset(), found.speed())
                .evidence();
        return alone - RIVAL_WEIGHT * Math.max(0, search.rivalry(found) - RIVALRY_MIN);
    }

    private Match match(Query query, Search.Candidate found, Search search, Postings tracks) {
        Search.Candidate best =
                search.atBestSpeed(found, speed -> query.bands(speed).rises(), SPEED_STEP);
        Constellation peaks = tracks.track(found.track()).constellation();
        Alignment alignment = Alignment.near(peaks, query.constellation(), best.offset(), best.speed());
        return new Match(
                id(found.track()),
                alignment.offset() / Fingerprint.FRAMES_PER_SECOND,
                best.correlation(),
                alignment.speed());
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
