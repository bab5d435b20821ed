package org.hathor.serving.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.hathor.serving.music.TrackName;

/**
 * What one user heard in a period.
 *
 * @param firstListenAt null without listens
 * @param lastListenAt null without listens
 * @param activeDays UTC days with a listen
 * @param longestStreakDays the longest run of active days
 * @param topTracks most listens first, then most milliseconds, then by id
 * @param topArtists the same of artists, as far as the listens name them
 * @param hours 24 of them, by the UTC hour a listen began
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserStatistics(
        String userId,
        @JsonUnwrapped Period period,
        @JsonUnwrapped Heard heard,
        long tracks,
        long artists,
        Instant firstListenAt,
        Instant lastListenAt,
        int activeDays,
        int longestStreakDays,
        List<TopTrack> topTracks,
        List<TopArtist> topArtists,
        List<Hour> hours) {
    /** How much was heard. Validity as in {@link org.hathor.serving.music.ListenMeasures}. */
    public record Heard(long listens, long qualifiedListens, long validListens, long msPlayed) {}

    /** A track the user heard. */
    public record TopTrack(@JsonUnwrapped TrackName track, @JsonUnwrapped Heard heard) {}

    /** An artist the user heard; the name is null where nobody has named the artist. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TopArtist(String artistId, String artistName, @JsonUnwrapped Heard heard) {}

    /** One hour of the day, 0 to 23. */
    public record Hour(int hour, long listens, long msPlayed) {}
}
