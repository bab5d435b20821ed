package org.hathor.contracts;

/**
 * An album's id.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record AlbumId(String value) {
    public static final int LENGTH_MAX = 64;

    /** @throws IllegalArgumentException when the value is empty, too long or holds anything but visible ASCII */
    public AlbumId {
        IdText.require(value, "albumId", LENGTH_MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
