package org.hathor.features;

import java.util.Optional;
import java.util.function.Function;
import org.hathor.contracts.playback.Listen;

/** Whom a feature is about: the key that listens are grouped by. */
public enum Subject {
    TRACK("track_id", "track_days", Listen::getTrackId),
    /** Listens whose client named no artist are in no artist's group. */
    ARTIST("artist_id", "artist_days", Listen::getArtistId),
    USER("user_id", "user_days", Listen::getUserId);

    private final String keyColumn;
    private final String dailyTable;
    private final Function<Listen, String> key;

    Subject(String keyColumn, String dailyTable, Function<Listen, String> key) {
        this.keyColumn = keyColumn;
        this.dailyTable = dailyTable;
        this.key = key;
    }

    /** The column of {@code listens}, and of the daily table, that holds the key. */
    public String keyColumn() {
        return keyColumn;
    }

    /** The table of this subject's features by UTC day. */
    public String dailyTable() {
        return dailyTable;
    }

    /** Whose group the listen belongs to; empty when to nobody's. */
    public Optional<String> key(Listen listen) {
        return Optional.ofNullable(key.apply(listen));
    }
}
