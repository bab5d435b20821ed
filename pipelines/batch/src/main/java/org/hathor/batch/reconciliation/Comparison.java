package org.hathor.batch.reconciliation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Two sides compared, track's day by track's day.
 *
 * @param trackDays how many there are on either side
 * @param clickhouseListens all listens on ClickHouse's side
 * @param lakeListens all listens on the lake's
 * @param differenceCount how many track's days differ
 * @param differences the first of them, at most {@link #LISTED_MAX}
 */
record Comparison(
        long trackDays, long clickhouseListens, long lakeListens, long differenceCount, List<Difference> differences) {
    static final int LISTED_MAX = 10_000;

    /**
     * Walks both sides side by side, in memory that does not grow with them.
     *
     * @param clickhouse in {@link TrackDay#ORDER}, without repeats
     * @param lake the same
     */
    static Comparison of(Iterator<TrackDay> clickhouse, Iterator<TrackDay> lake) {
        List<Difference> listed = new ArrayList<>();
        long trackDays = 0;
        long clickhouseListens = 0;
        long lakeListens = 0;
        long differences = 0;
        TrackDay left = next(clickhouse);
        TrackDay right = next(lake);
        while (left != null || right != null) {
            int order = left == null ? 1 : right == null ? -1 : TrackDay.ORDER.compare(left, right);
            TrackDay here = order <= 0 ? left : null;
            TrackDay there = order >= 0 ? right : null;
            trackDays++;
            clickhouseListens += here == null ? 0 : here.listens();
            lakeListens += there == null ? 0 : there.listens();
            if (here == null || !here.equals(there)) {
                differences++;
                if (listed.size() < LISTED_MAX) {
                    listed.add(new Difference(Optional.ofNullable(here), Optional.ofNullable(there)));
                }
            }
            left = here == null ? left : next(clickhouse);
            right = there == null ? right : next(lake);
        }
        return new Comparison(trackDays, clickhouseListens, lakeListens, differences, listed);
    }

    boolean agrees() {
        return differenceCount == 0;
    }

    private static TrackDay next(Iterator<TrackDay> side) {
        return side.hasNext() ? side.next() : null;
    }
}
