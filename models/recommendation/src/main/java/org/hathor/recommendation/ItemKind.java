package org.hathor.recommendation;

import java.util.Locale;

/** What a model recommends. Only models of tracks can feed the track feed. */
public enum ItemKind {
    TRACK,
    ARTIST,
    FILM;

    /** Lower case, as written in cards and tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
