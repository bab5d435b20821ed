package org.hathor.serving.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.hathor.serving.music.TrackName;

/**
 * What is rising, best first.
 *
 * @param scope {@code global} or a country
 * @param rankedAt null while there is no list
 * @param halfLifeMs an engagement this many milliseconds old counts half; null while there is no list
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TrendingTracks(String scope, Instant rankedAt, Long halfLifeMs, List<Item> items) {
    /**
     * One place in the list.
     *
     * @param rank from 1
     * @param score time-decayed engagement
     * @param velocity how fast it is rising; negative is falling
     */
    public record Item(int rank, @JsonUnwrapped TrackName track, double score, double velocity) {}
}
