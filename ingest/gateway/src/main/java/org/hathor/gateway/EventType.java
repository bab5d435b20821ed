package org.hathor.gateway;

import java.util.Arrays;

/** What an event can be, and the fields it may have. */
enum EventType {
    LISTEN(
            "listen",
            Field.LISTEN_ID,
            Field.USER_ID,
            Field.TRACK_ID,
            Field.ARTIST_ID,
            Field.TRACK_NAME,
            Field.ARTIST_NAME,
            Field.STARTED_AT,
            Field.MS_PLAYED,
            Field.TRACK_LENGTH_MS,
            Field.SOURCE,
            Field.SOURCE_ID,
            Field.DEVICE,
            Field.CLIENT,
            Field.COUNTRY,
            Field.SUBSCRIPTION_TIER,
            Field.END_REASON,
            Field.OFFLINE),
    NOW_PLAYING(
            "nowPlaying",
            Field.USER_ID,
            Field.TRACK_ID,
            Field.ARTIST_ID,
            Field.TRACK_NAME,
            Field.ARTIST_NAME,
            Field.STARTED_AT,
            Field.TRACK_LENGTH_MS,
            Field.CLIENT,
            Field.COUNTRY),
    REACTION(
            "reaction",
            Field.REACTION_ID,
            Field.USER_ID,
            Field.KIND,
            Field.TARGET_TYPE,
            Field.TARGET_ID,
            Field.ARTIST_ID,
            Field.OCCURRED_AT,
            Field.COUNTRY,
            Field.CLIENT),
    TRACK(
            "track",
            Field.ENTRY_ID,
            Field.NAME,
            Field.ARTIST_ID,
            Field.ARTIST_NAME,
            Field.ALBUM_ID,
            Field.ALBUM_NAME,
            Field.LENGTH_MS,
            Field.GENRES,
            Field.RELEASE_YEAR),
    ARTIST("artist", Field.ENTRY_ID, Field.NAME, Field.GENRES),
    ALBUM("album", Field.ENTRY_ID, Field.NAME, Field.ARTIST_ID, Field.ARTIST_NAME, Field.GENRES, Field.RELEASE_YEAR);

    final String json;
    final long fields;

    EventType(String json, Field... fields) {
        this.json = json;
        this.fields = Arrays.stream(fields).mapToLong(Field::bit).reduce(Field.TYPE.bit(), (a, b) -> a | b);
    }

    /** @throws Refused when there is no such type */
    static EventType of(String json) {
        for (EventType type : values()) {
            if (type.json.equals(json)) {
                return type;
            }
        }
        throw new Refused(
                RejectionCode.UNKNOWN_TYPE,
                Field.TYPE.json,
                "type must be listen, nowPlaying, reaction, track, artist or album");
    }
}
