package org.hathor.serving.music;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/** A track as lists show it; what is not known is null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TrackName(String trackId, String title, String artistId, String artistName) {
    public TrackName {
        Objects.requireNonNull(trackId, "trackId is null");
    }

    /** The same with this artist, unless the catalogue knows it; null changes nothing. */
    public TrackName withArtistIfUnknown(String artist) {
        return artistId != null ? this : new TrackName(trackId, title, artist, artistName);
    }
}
