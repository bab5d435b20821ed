package org.hathor.batch;

/** Where a job says what it is at. */
@FunctionalInterface
public interface Progress {
    /**
     * Begins a phase; the one before is done.
     *
     * @param phase a few words, e.g. {@code fitting ALS}
     */
    void phase(String phase);
}
