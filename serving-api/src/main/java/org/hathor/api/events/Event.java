package org.hathor.api.events;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The fields of all event types, for the API's documentation; the gateway reads them straight from the JSON. */
@Schema(
        name = "Event",
        description = "type decides which fields an event may have; one that the type has not is UNKNOWN_FIELD."
                + " listen: listenId, startedAt, msPlayed and a track are required. nowPlaying: a track."
                + " reaction: reactionId, kind, targetId, occurredAt. track, artist, album (scope ingest): name."
                + " A track is a trackId, or artistName and trackName.")
record Event(
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        allowableValues = {"listen", "nowPlaying", "reaction", "track", "artist", "album"})
                String type,
        @Schema(description = "listen: chosen by the client, unique for its user; 1 to 128 visible ASCII characters")
                String listenId,
        @Schema(description = "reaction: as listenId") String reactionId,
        @Schema(description = "The token's user unless the token has scope ingest") String userId,
        String trackId,
        String artistId,
        @Schema(description = "With trackName instead of trackId; ids follow from the names") String artistName,
        String trackName,
        @Schema(description = "ISO 8601 with a zone, or milliseconds since 1970", example = "2024-05-01T12:00:00Z")
                String startedAt,
        @Schema(description = "listen: milliseconds heard, pauses left out", minimum = "0", maximum = "86400000")
                Long msPlayed,
        @Schema(minimum = "1", maximum = "86400000") Long trackLengthMs,
        @Schema(description = "listen: album, artist, playlist, radio, recommendation, search, queue, import …")
                String source,
        String sourceId,
        String device,
        @Schema(description = "The reporting program, with its version") String client,
        @Schema(description = "ISO 3166-1 alpha-2", example = "DE") String country,
        @Schema(allowableValues = {"UNKNOWN", "FREE", "PREMIUM", "FAMILY", "HIFI", "PREMIUM_STREAMER"})
                String subscriptionTier,
        @Schema(allowableValues = {"UNKNOWN", "FINISHED", "SKIPPED", "STOPPED", "ERROR"}) String endReason,
        Boolean offline,
        @Schema(
                        description = "reaction",
                        allowableValues = {"LIKE", "UNLIKE", "SAVE", "UNSAVE", "SHARE", "SKIP", "FOLLOW", "UNFOLLOW"})
                String kind,
        @Schema(
                        defaultValue = "TRACK",
                        allowableValues = {"TRACK", "ALBUM", "ARTIST", "PLAYLIST", "USER"})
                String targetType,
        @Schema(description = "reaction: what it was done to") String targetId,
        @Schema(description = "reaction: ISO 8601 or milliseconds since 1970") String occurredAt,
        @Schema(description = "track, artist, album: its id; follows from the names where absent") String entryId,
        @Schema(description = "track, artist, album") String name,
        @Schema(description = "track") String albumId,
        @Schema(description = "track") String albumName,
        @Schema(description = "track") Long lengthMs,
        @Schema(description = "track, artist, album: most fitting first") List<String> genres,
        @Schema(description = "track, album") Integer releaseYear) {}
