package org.hathor.features;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The aggregations that features are made of. */
public final class Aggregations {
    private Aggregations() {}

    /** How many events hold. Keeps one number. */
    public static <I, P extends Predicate<I> & Serializable> Aggregation<I, Long> countIf(P condition) {
        return new Sum<>(new ZeroOrOne<>(condition));
    }

    /** The sum over events. Keeps one number; overflow fails. */
    public static <I, F extends ToLongFunction<I> & Serializable> Aggregation<I, Long> sum(F value) {
        return new Sum<>(value);
    }

    /**
     * How many different values occur, exactly. Keeps every different value, so it is for groups of a day, not for the
     * whole of history.
     */
    public static <I, F extends Function<I, String> & Serializable> Aggregation<I, Set<String>> distinct(F value) {
        return new Distinct<>(value);
    }

    private record ZeroOrOne<I, P extends Predicate<I> & Serializable>(P condition)
            implements ToLongFunction<I>, Serializable {
        @Override
        public long applyAsLong(I event) {
            return condition.test(event) ? 1 : 0;
        }
    }

    private record Sum<I, F extends ToLongFunction<I> & Serializable>(F value) implements Aggregation<I, Long> {
        @Override
        public Long empty() {
            return 0L;
        }

        @Override
        public Long add(Long kept, I event) {
            return Math.addExact(kept, value.applyAsLong(event));
        }

        @Override
        public Long merge(Long kept, Long other) {
            return Math.addExact(kept, other);
        }

        @Override
        public long finish(Long kept) {
            return kept;
        }
    }

    private record Distinct<I, F extends Function<I, String> & Serializable>(F value)
            implements Aggregation<I, Set<String>> {
        @Override
        public Set<String> empty() {
            return new HashSet<>();
        }

        @Override
        public Set<String> add(Set<String> kept, I event) {
            kept.add(value.apply(event));
            return kept;
        }

        @Override
        public Set<String> merge(Set<String> kept, Set<String> other) {
            kept.addAll(other);
            return kept;
        }

        @Override
        public long finish(Set<String> kept) {
            return kept.size();
        }
    }
}
