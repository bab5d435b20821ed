package org.hathor.serving.auth;

import java.util.Locale;

/** How far a token reaches. */
public enum Scope {
    /** Writes and reads for its own user only. */
    SELF,
    /** A trusted source: writes for any user, reads what is not personal. */
    INGEST;

    /** As it is stored and spoken of: lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such scope */
    public static Scope of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
