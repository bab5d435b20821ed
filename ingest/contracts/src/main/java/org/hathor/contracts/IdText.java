package org.hathor.contracts;

/** What the text of an id may look like. */
final class IdText {
    private IdText() {}

    /** @throws IllegalArgumentException naming the field, the rule and the fix */
    static void require(String value, String field, int lengthMax) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(field + " is missing: send 1 to %d characters".formatted(lengthMax));
        }
        if (value.length() > lengthMax) {
            throw new IllegalArgumentException(
                    "%s has %d characters: send at most %d".formatted(field, value.length(), lengthMax));
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException(
                        "%s holds a character that is not visible ASCII at position %d: use letters, digits and punctuation"
                                .formatted(field, i));
            }
        }
    }
}
