package org.hathor.features;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.hathor.contracts.ListenRules;
import org.hathor.contracts.playback.Listen;

/**
 * The features of engagement: what is said of a track, an artist or a user over a stretch of time, from listens. The
 * same five numbers stand in the lake's daily tables, in ClickHouse's answers and in every report.
 */
public final class EngagementFeatures {
    /** {@link ListenRules#qualified} as a condition over the columns of {@code listens}. */
    public static final String QUALIFIED_SQL =
            "(ms_played >= %d OR (track_length_ms > 0 AND ms_played >= track_length_ms))"
                    .formatted(ListenRules.QUALIFYING_MS);

    public static final Feature<Listen, ?> LISTENS = new Feature<>(
            "listens", "All plays, however short.", "count(*)", Aggregations.countIf((Predicate<Listen> & Serializable)
                    listen -> true));

    public static final Feature<Listen, ?> QUALIFIED_LISTENS = new Feature<>(
            "qualified_listens",
            "Plays of 30 seconds or more, or of the whole track when it is shorter: the only kind that earns.",
            "sum(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(QUALIFIED_SQL),
            Aggregations.countIf((Predicate<Listen> & Serializable) ListenRules::qualified));

    /** Equal to {@link #QUALIFIED_LISTENS} as long as nothing passes verdicts on listens. */
    public static final Feature<Listen, ?> VALID_LISTENS = new Feature<>(
            "valid_listens",
            "Qualified listens with no standing fraud verdict.",
            QUALIFIED_LISTENS.sql(),
            QUALIFIED_LISTENS.aggregation());

    public static final Feature<Listen, ?> LISTENERS = new Feature<>(
            "listeners",
            "Different users who played, exactly counted.",
            "count(DISTINCT user_id)",
            Aggregations.distinct((Function<Listen, String> & Serializable) Listen::getUserId));

    public static final Feature<Listen, ?> MS_PLAYED =
            new Feature<>("ms_played", "Milliseconds heard.", "sum(ms_played)", Aggregations.sum((ToLongFunction<Listen>
                            & Serializable)
                    Listen::getMsPlayed));

    private static final List<Feature<Listen, ?>> ALL =
            List.of(LISTENS, QUALIFIED_LISTENS, VALID_LISTENS, LISTENERS, MS_PLAYED);

    private EngagementFeatures() {}

    /** Every feature, in the order of the columns of the daily tables. */
    public static List<Feature<Listen, ?>> all() {
        return ALL;
    }
}
