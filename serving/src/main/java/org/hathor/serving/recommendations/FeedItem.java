package org.hathor.serving.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.hathor.serving.music.TrackName;

/**
 * A recommended track.
 *
 * @param albumName null where unknown
 * @param lengthMs milliseconds; null where unknown
 * @param score of its source; comparable only between items with the same kind of reason
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FeedItem(@JsonUnwrapped TrackName track, String albumName, Long lengthMs, double score, Reason reason) {}
