package org.hathor.serving.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.hathor.serving.music.ListenMeasures;
import org.hathor.serving.music.TrackName;

/**
 * One artist in a period.
 *
 * @param artistName null where nobody has named the artist
 * @param tracks distinct tracks heard
 * @param topTracks most listens first, then most qualified ones, then by id
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ArtistAnalytics(
        String artistId,
        String artistName,
        @JsonUnwrapped Period period,
        @JsonUnwrapped ListenMeasures measures,
        long tracks,
        List<DayMeasures> days,
        List<TopTrack> topTracks) {
    /** A track of the artist with its own measures. */
    public record TopTrack(@JsonUnwrapped TrackName track, @JsonUnwrapped ListenMeasures measures) {}
}
