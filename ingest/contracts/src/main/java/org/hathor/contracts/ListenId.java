package org.hathor.contracts;

/**
 * A listen's id, chosen by the client and unique for its user.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record ListenId(String value) {
    public static final int LENGTH_MAX = 128;

    /** @throws IllegalArgumentException when the value is empty, too long or holds anything but visible ASCII */
    public ListenId {
        IdText.require(value, "listenId", LENGTH_MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
