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
     * @param query of 5 s or more, of which 4.5 s lie within the track
     */
    public Optional<Match> identify(Query query) {
        Identification identification = new Identification(query, postings());
        return identification.answer().map(best -> match(identification, best));
    }

    /** The tracks that a query may come from, 4.5 s of it at least, most likely first, however unlikely. */
    public List<Match> rank(Query query, int limit) {
        Identification identification = new Identification(query, postings());
        return identification.ranked().stream()
                .limit(limit)
                .map(found -> match(identification, found))
                .toList();
    }

    private Match match(Identification identification, Search.Candidate found) {
        Search.Candidate best = identification.atBestSpeed(found);
        Alignment alignment = identification.alignment(best);
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
