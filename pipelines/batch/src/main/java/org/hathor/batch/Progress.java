package org.hathor.batch;

import java.util.function.LongSupplier;

/** Where a job says what it is at. */
@FunctionalInterface
public interface Progress {
    /**
     * Begins a phase; the one before is done.
     *
     * @param phase a few words, e.g. {@code fitting ALS}
     */
    void phase(String phase);

    /**
     * Begins a phase whose whole is known beforehand, so that the time left can be told.
     *
     * @param phase a few words, e.g. {@code listening to tracks}
     * @param work how much there is, what is done of it, and its unit
     */
    default void phase(String phase, Work work) {
        phase(phase);
    }

    /** Says that work has gone on where no task of Spark tells so by its end. */
    default void moved() {}

    /**
     * Work that can be counted.
     *
     * @param total the whole, in {@code unit}
     * @param done how much of it is done so far; asked for whenever the line is drawn
     * @param unit what is counted, in the plural, e.g. {@code MB}
     */
    record Work(long total, LongSupplier done, String unit) {}
}
