package org.hathor.serving.music;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a track. Only the id is sure; what nobody described is null.
 *
 * @param lengthMs milliseconds
 * @param genres most fitting first, lower case
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Track(
        String trackId,
        String title,
        String artistId,
        String artistName,
        String albumId,
        String albumName,
        Long lengthMs,
        List<String> genres,
        Integer releaseYear) {
    public Track {
        Objects.requireNonNull(trackId, "trackId is null");
        genres = List.copyOf(genres);
    }

    /** A track that nobody has described. */
    static Track undescribed(String trackId) {
        return new Track(trackId, null, null, null, null, null, null, List.of(), null);
    }

    /** Whether the catalogue has an entry for it. */
    public boolean described() {
        return title != null;
    }

    Track withArtistName(String name) {
        return new Track(trackId, title, artistId, name, albumId, albumName, lengthMs, genres, releaseYear);
    }

    /** The part of it that lists show. */
    public TrackName name() {
        return new TrackName(trackId, title, artistId, artistName);
    }
}
