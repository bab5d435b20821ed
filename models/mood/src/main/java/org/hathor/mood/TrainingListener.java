package org.hathor.mood;

/** Told how a training goes, on the thread that trains. */
public interface TrainingListener {
    /**
     * A step is done.
     *
     * @param step from 1, over all epochs; after a resumption it starts behind the checkpoint
     * @param steps how many there are if nothing stops early
     */
    default void stepDone(long step, long steps) {}

    /** An epoch is done and its checkpoint written. */
    default void epochDone(EpochReport report) {}

    /** One that does not care. */
    static TrainingListener silent() {
        return new TrainingListener() {};
    }
}
