package org.hathor.serving.music;

import java.sql.SQLException;
import org.hathor.contracts.ListenRules;
import org.hathor.serving.ClickHouse;

/**
 * The five numbers about any set of listens, the same everywhere.
 *
 * @param listens plays, however short
 * @param qualifiedListens those that {@link ListenRules#qualified} holds for
 * @param validListens qualified, with no standing fraud verdict; there are no verdicts yet, so equal to the qualified
 * @param listeners distinct users, exact
 * @param msPlayed milliseconds heard
 */
public record ListenMeasures(long listens, long qualifiedListens, long validListens, long listeners, long msPlayed) {
    public static final ListenMeasures NONE = new ListenMeasures(0, 0, 0, 0, 0);

    /** {@link ListenRules#qualified} as a ClickHouse condition: a column that the table computes on insertion. */
    public static final String QUALIFIED = "qualified";

    /** A valid listen as a ClickHouse condition; the one place to change when there are verdicts. */
    public static final String VALID = QUALIFIED;

    /** The measures as columns of a ClickHouse query over {@code listens}; {@link #of} reads them. */
    public static final String COLUMNS =
            """
            count() AS listens,
            countIf(%s) AS qualified_listens,
            countIf(%s) AS valid_listens,
            uniqExact(user_id) AS listeners,
            sum(ms_played) AS ms_played_total"""
                    .formatted(QUALIFIED, VALID);

    /**
     * The table of listens as every query must read it: one row per identity, the one received first, even before
     * ClickHouse has merged duplicates. Identities never straddle partitions, so each is merged by itself.
     */
    public static final String LISTENS = "listens FINAL";

    /** Ends every query that reads {@link #LISTENS}. */
    public static final String SETTINGS = "SETTINGS do_not_merge_across_partitions_select_final = 1";

    /** Reads {@link #COLUMNS}. */
    public static ListenMeasures of(ClickHouse.Row row) throws SQLException {
        return new ListenMeasures(
                row.number("listens"),
                row.number("qualified_listens"),
                row.number("valid_listens"),
                row.number("listeners"),
                row.number("ms_played_total"));
    }
}
