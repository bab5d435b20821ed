package org.hathor.serving.recommendations;

import java.util.Objects;

/**
 * A track that may be shown in a feed.
 *
 * @param artistId null where unknown
 * @param score of its source; comparable only within one source
 * @param reasonKind why
 * @param reasonId the played track for {@link ReasonKind#BECAUSE_YOU_PLAYED}, the scope for
 *     {@link ReasonKind#TRENDING}, else null
 */
record Candidate(String trackId, String artistId, double score, ReasonKind reasonKind, String reasonId) {
    Candidate {
        Objects.requireNonNull(trackId, "trackId is null");
        Objects.requireNonNull(reasonKind, "reasonKind is null");
    }

    Candidate withArtist(String artist) {
        return new Candidate(trackId, artist, score, reasonKind, reasonId);
    }

    /** Who may not appear too often: the artist, or the track itself where its artist is unknown. */
    String spacedBy() {
        return artistId == null ? "track:" + trackId : "artist:" + artistId;
    }
}
