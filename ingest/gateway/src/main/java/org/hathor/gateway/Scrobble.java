package org.hathor.gateway;

import java.time.Instant;
import java.util.Objects;

/**
 * A listen as scrobblers report it: by names, without an id, and often without how much was heard.
 *
 * @param artistName the artist, as people write it
 * @param trackName the track's title
 * @param albumName null where unknown
 * @param listenedAt when playing began
 * @param trackLengthMs null where unknown
 * @param msPlayed null where the scrobbler does not say
 * @param source what it was played from; null where unknown
 * @param client the reporting program; null where unknown
 * @param original the report's own bytes, for the dead letters; not copied
 */
public record Scrobble(
        String artistName,
        String trackName,
        String albumName,
        Instant listenedAt,
        Long trackLengthMs,
        Long msPlayed,
        String source,
        String client,
        byte[] original) {
    public Scrobble {
        Objects.requireNonNull(artistName, "artistName is null");
        Objects.requireNonNull(trackName, "trackName is null");
        Objects.requireNonNull(listenedAt, "listenedAt is null");
        Objects.requireNonNull(original, "original is null");
    }
}
