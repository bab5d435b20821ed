package org.hathor.serving.music;

import java.util.Map;
import org.hathor.contracts.ArtistId;
import org.hathor.contracts.TrackId;
import org.hathor.serving.ServingException;

/** Ids of music as callers write them, and the refusals that name them. */
public final class MusicIds {
    private MusicIds() {}

    /** @throws ServingException with {@link MusicError#INVALID_TRACK_ID} */
    public static TrackId track(String text) {
        try {
            return new TrackId(text);
        } catch (IllegalArgumentException e) {
            throw new ServingException(MusicError.INVALID_TRACK_ID, e.getMessage(), Map.of(), e);
        }
    }

    /** @throws ServingException with {@link MusicError#INVALID_ARTIST_ID} */
    public static ArtistId artist(String text) {
        try {
            return new ArtistId(text);
        } catch (IllegalArgumentException e) {
            throw new ServingException(MusicError.INVALID_ARTIST_ID, e.getMessage(), Map.of(), e);
        }
    }

    /** The refusal for a track that is neither described nor ever heard. */
    public static ServingException notFound(TrackId id) {
        return new ServingException(
                MusicError.TRACK_NOT_FOUND,
                "The requested track could not be found",
                Map.of("trackId", id.value(), "suggestion", "Check if the track ID is correct"));
    }

    /** The refusal for an artist that is neither described nor ever heard. */
    public static ServingException notFound(ArtistId id) {
        return new ServingException(
                MusicError.ARTIST_NOT_FOUND,
                "The requested artist could not be found",
                Map.of("artistId", id.value(), "suggestion", "Check if the artist ID is correct"));
    }
}
