package org.hathor.serving.music;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * How a track has been played since the ledger began.
 *
 * @param firstListenAt when the earliest listen began; null without listens
 * @param lastListenAt when the latest listen began; null without listens
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TrackStatistics(@JsonUnwrapped ListenMeasures measures, Instant firstListenAt, Instant lastListenAt) {
    static final TrackStatistics NONE = new TrackStatistics(ListenMeasures.NONE, null, null);
}
