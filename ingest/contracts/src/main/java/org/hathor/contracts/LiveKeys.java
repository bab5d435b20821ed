package org.hathor.contracts;

import java.time.Duration;
import java.time.LocalDate;

/**
 * Where streaming writes the live numbers in Redis and serving reads them. This is a contract like the schemas: both
 * sides know only this class.
 *
 * <ul>
 *   <li>{@link #plays} a sorted set: member = track or artist id, score = plays that began on that UTC day
 *   <li>{@link #qualifiedPlays} the same for qualified plays
 *   <li>{@link #listeners} a sorted set: member = id, score = concurrent listeners, members with none are absent
 *   <li>{@link #TOTALS} a hash: {@code plays:<day>}, {@code qualified:<day>}, {@code listeners}
 *   <li>{@link #trending} a string: the JSON form of a {@code TrendingList}
 *   <li>{@link #TRENDING_SCOPES} a set: the scopes that have a list
 * </ul>
 */
public final class LiveKeys {
    public static final String TOTALS = "live:totals";
    public static final String TRENDING_SCOPES = "trending:scopes";
    public static final String GLOBAL_SCOPE = "global";

    /** How long after its end a day's plays are kept in Redis; ClickHouse and the lake keep them for good. */
    public static final Duration PLAYS_KEPT = Duration.ofDays(8);

    private LiveKeys() {}

    /** What is counted for. */
    public enum Kind {
        TRACK("track"),
        ARTIST("artist");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** Sorted set of plays by id for one UTC day. */
    public static String plays(Kind kind, LocalDate day) {
        return "live:%s:plays:%s".formatted(kind.text, day);
    }

    /** Sorted set of qualified plays by id for one UTC day. */
    public static String qualifiedPlays(Kind kind, LocalDate day) {
        return "live:%s:qualified:%s".formatted(kind.text, day);
    }

    /** Sorted set of concurrent listeners by id. */
    public static String listeners(Kind kind) {
        return "live:%s:listeners".formatted(kind.text);
    }

    /** Field of {@link #TOTALS} with the plays of one UTC day. */
    public static String totalPlays(LocalDate day) {
        return "plays:" + day;
    }

    /** Field of {@link #TOTALS} with the qualified plays of one UTC day. */
    public static String totalQualifiedPlays(LocalDate day) {
        return "qualified:" + day;
    }

    /** Field of {@link #TOTALS} with the concurrent listeners of the whole platform. */
    public static final String TOTAL_LISTENERS = "listeners";

    /**
     * Key of a trending list.
     *
     * @param scope {@link #GLOBAL_SCOPE} or an upper-case ISO 3166-1 alpha-2 country
     */
    public static String trending(String scope) {
        return "trending:" + scope;
    }
}
