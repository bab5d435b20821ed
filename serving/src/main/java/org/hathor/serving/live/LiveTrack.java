package org.hathor.serving.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.hathor.serving.music.TrackName;

/** One track's numbers at one instant, as in {@link LiveSnapshot}. */
public record LiveTrack(
        @JsonUnwrapped TrackName track, Instant at, LocalDate day, long plays, long qualifiedPlays, long listeners) {}
