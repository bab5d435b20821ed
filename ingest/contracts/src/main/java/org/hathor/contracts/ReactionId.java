package org.hathor.contracts;

/**
 * A reaction's id, chosen by the client and unique for its user.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record ReactionId(String value) {
    public static final int LENGTH_MAX = 128;

    /** @throws IllegalArgumentException when the value is empty, too long or holds anything but visible ASCII */
    public ReactionId {
        IdText.require(value, "reactionId", LENGTH_MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
