package org.hathor.contracts;

/**
 * Who: a listener, artist or service.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record UserId(String value) {
    public static final int LENGTH_MAX = 64;

    /** @throws IllegalArgumentException when the value is empty, too long or holds anything but visible ASCII */
    public UserId {
        IdText.require(value, "userId", LENGTH_MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
