package org.hathor.features;

import java.io.Serializable;
import java.util.Objects;

/**
 * A number about a group of events, defined once and written twice: as an aggregation and as SQL.
 *
 * @param name snake_case, with its unit where it has one; the column's name wherever it is stored
 * @param meaning one sentence
 * @param sql an aggregate expression over the events' table, in the SQL that Spark and ClickHouse share
 * @param aggregation the same over events one at a time
 * @param <I> an event
 * @param <A> what the aggregation keeps
 */
public record Feature<I, A>(String name, String meaning, String sql, Aggregation<I, A> aggregation)
        implements Serializable {
    public Feature {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(meaning, "meaning is null");
        Objects.requireNonNull(sql, "sql is null");
        Objects.requireNonNull(aggregation, "aggregation is null");
    }

    /** The number over these events. */
    public long over(Iterable<? extends I> events) {
        A kept = aggregation.empty();
        for (I event : events) {
            kept = aggregation.add(kept, event);
        }
        return aggregation.finish(kept);
    }
}
