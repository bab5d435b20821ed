package org.hathor.contracts;

/**
 * A track's id.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record TrackId(String value) {
    public static final int LENGTH_MAX = 64;

    /** @throws IllegalArgumentException when the value is empty, too long or holds anything but visible ASCII */
    public TrackId {
        IdText.require(value, "trackId", LENGTH_MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
