package org.hathor.serving.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.hathor.serving.music.ListenMeasures;

/**
 * The whole platform in a period.
 *
 * @param tracks distinct tracks heard
 * @param artists distinct artists heard, as far as the listens name them
 * @param days see {@link DaySeries}
 */
public record Overview(
        @JsonUnwrapped Period period,
        @JsonUnwrapped ListenMeasures measures,
        long tracks,
        long artists,
        List<DayMeasures> days) {}
