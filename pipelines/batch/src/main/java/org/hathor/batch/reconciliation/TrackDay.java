package org.hathor.batch.reconciliation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Comparator;
import org.hathor.features.EngagementFeatures;

/**
 * One side's numbers about one track on one UTC day.
 *
 * @param day of the listens' start
 * @param trackId what was heard
 * @param listens all plays
 * @param qualifiedListens plays that earn
 * @param listeners different users
 * @param msPlayed milliseconds heard
 */
record TrackDay(
        @JsonProperty("day") LocalDate day,
        @JsonProperty("trackId") String trackId,
        @JsonProperty("listens") long listens,
        @JsonProperty("qualifiedListens") long qualifiedListens,
        @JsonProperty("listeners") long listeners,
        @JsonProperty("msPlayed") long msPlayed) {
    /** Day, then track id; ids are ASCII, so both engines sort them alike. */
    static final Comparator<TrackDay> ORDER =
            Comparator.comparing(TrackDay::day).thenComparing(TrackDay::trackId);

    /**
     * What both engines are asked for, in this record's order; unnamed, for ClickHouse takes a name for the column it
     * hides.
     */
    static final String FEATURES = "%s, %s, %s, %s"
            .formatted(
                    EngagementFeatures.LISTENS.sql(),
                    EngagementFeatures.QUALIFIED_LISTENS.sql(),
                    EngagementFeatures.LISTENERS.sql(),
                    EngagementFeatures.MS_PLAYED.sql());
}
