package org.hathor.serving.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hathor.serving.music.TrackName;

/**
 * The platform as it is at one instant.
 *
 * @param day the UTC day that plays are counted for: today
 * @param playsPerSecond growth of the plays of all recent days over the last ten seconds
 * @param plays listens that began today
 * @param qualifiedPlays the qualified ones of these
 * @param listeners who are listening now
 * @param topByPlays most plays first, then by id
 * @param topByListeners most listeners first, then by id
 * @param countries those that have a trending list, in alphabetical order
 */
public record LiveSnapshot(
        Instant at,
        LocalDate day,
        double playsPerSecond,
        long plays,
        long qualifiedPlays,
        long listeners,
        List<PlayedTrack> topByPlays,
        List<HeardTrack> topByListeners,
        List<String> countries) {
    /** A track with its plays today. */
    public record PlayedTrack(@JsonUnwrapped TrackName track, long plays) {}

    /** A track with its listeners now. */
    public record HeardTrack(@JsonUnwrapped TrackName track, long listeners) {}
}
