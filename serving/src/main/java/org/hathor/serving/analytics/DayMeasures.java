package org.hathor.serving.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.hathor.serving.music.ListenMeasures;

/** The measures of one UTC day. Its listeners are distinct on that day, so those of several days do not add up. */
public record DayMeasures(LocalDate day, @JsonUnwrapped ListenMeasures measures) {}
