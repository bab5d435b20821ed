package org.hathor.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/**
 * Stable ids for what is known by name only: two reports of the same artist and title, differing in case, spacing or
 * Unicode form, get the same id on every machine and at any time.
 *
 * <p>Ids are name-based UUIDs of version 5 (RFC 9562, section 5.5) over the normalised names (Unicode NFKC, lower case
 * in the root locale, runs of white space as one space, none at the ends).
 */
public final class NameIdentity {
    private static final UUID NAMESPACE = UUID.fromString("6f1f7a52-9a0e-5d6b-8f3c-2b7e1c4d5a60");
    private static final char SEPARATOR = '\u001f';

    private NameIdentity() {}

    /** The id of the artist of that name. */
    public static ArtistId artist(String artistName) {
        return new ArtistId(uuid("artist", artistName).toString());
    }

    /** The id of that artist's track of that title. */
    public static TrackId track(String artistName, String title) {
        return new TrackId(uuid("track", artistName, title).toString());
    }

    /** The id of that artist's album of that title. */
    public static AlbumId album(String artistName, String title) {
        return new AlbumId(uuid("album", artistName, title).toString());
    }

    /**
     * The id of a listen whose source gives none: the same parts give the same id. The parts are taken to the letter.
     *
     * @param parts what tells this listen from every other of its user, e.g. source, instant, artist, title
     */
    public static ListenId listen(String... parts) {
        return new ListenId(version5("listen" + SEPARATOR + String.join(String.valueOf(SEPARATOR), parts))
                .toString());
    }

    /** The form in which two spellings of one name are equal. */
    public static String normalise(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    private static UUID uuid(String kind, String... names) {
        StringBuilder text = new StringBuilder(kind);
        for (String name : names) {
            text.append(SEPARATOR).append(normalise(name));
        }
        return version5(text.toString());
    }

    private static UUID version5(String name) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & ~0xf000L) | 0x5000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
