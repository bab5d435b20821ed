package org.hathor.features;

import java.io.Serializable;

/**
 * A number computed from events in any order and any grouping: a commutative monoid with a last step.
 *
 * <p>For all accumulators {@code merge} is associative and commutative, {@code empty} is its neutral element, and
 * adding an event equals merging with that event alone. So a day may be counted on many machines, or a stream in panes,
 * and the result is the same.
 *
 * @param <I> an event
 * @param <A> what is kept between events; {@code add} and {@code merge} may change and return their first argument
 */
public interface Aggregation<I, A> extends Serializable {
    /** What is kept before the first event. */
    A empty();

    /** Takes in one event. */
    A add(A kept, I event);

    /** Takes in what was kept elsewhere; {@code other} is not changed. */
    A merge(A kept, A other);

    /** The number. */
    long finish(A kept);
}
