package org.hathor.serving.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.hathor.serving.music.ListenMeasures;
import org.hathor.serving.music.TrackName;

/** One track in a period. */
public record TrackAnalytics(
        @JsonUnwrapped TrackName track,
        @JsonUnwrapped Period period,
        @JsonUnwrapped ListenMeasures measures,
        List<DayMeasures> days) {}
