package org.hathor.gateway;

import java.util.HashMap;
import java.util.Map;

/** Every field that an event's JSON may have. Which type has which, {@link EventType} says. */
enum Field {
    TYPE("type"),
    LISTEN_ID("listenId"),
    REACTION_ID("reactionId"),
    ENTRY_ID("entryId"),
    USER_ID("userId"),
    TRACK_ID("trackId"),
    ARTIST_ID("artistId"),
    ALBUM_ID("albumId"),
    TARGET_ID("targetId"),
    TARGET_TYPE("targetType"),
    NAME("name"),
    TRACK_NAME("trackName"),
    ARTIST_NAME("artistName"),
    ALBUM_NAME("albumName"),
    KIND("kind"),
    STARTED_AT("startedAt"),
    OCCURRED_AT("occurredAt"),
    MS_PLAYED("msPlayed"),
    TRACK_LENGTH_MS("trackLengthMs"),
    LENGTH_MS("lengthMs"),
    GENRES("genres"),
    RELEASE_YEAR("releaseYear"),
    SOURCE("source"),
    SOURCE_ID("sourceId"),
    DEVICE("device"),
    CLIENT("client"),
    COUNTRY("country"),
    SUBSCRIPTION_TIER("subscriptionTier"),
    END_REASON("endReason"),
    OFFLINE("offline");

    static final int COUNT = values().length;
    private static final Map<String, Field> BY_JSON = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_JSON.put(field.json, field);
        }
    }

    final String json;

    Field(String json) {
        this.json = json;
    }

    /** The field of that name; null when there is none. */
    static Field of(String json) {
        return BY_JSON.get(json);
    }

    long bit() {
        return 1L << ordinal();
    }

    @Override
    public String toString() {
        return json;
    }
}
