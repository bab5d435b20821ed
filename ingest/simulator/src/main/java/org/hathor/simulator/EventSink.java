package org.hathor.simulator;

import java.util.Map;

/** Where events go. One thread sends; what was taken for good is counted in a {@link Tally}. */
interface EventSink extends AutoCloseable {
    /** Which copy of an event this is. */
    enum Copy {
        FIRST,
        REPEAT
    }

    /**
     * What became of the events so far.
     *
     * @param accepted taken for good, repeats included
     * @param repeats how many of these were repeats
     * @param rejected refused, by code
     * @param retries batches sent again because the platform could not take them
     */
    record Outcome(long accepted, long repeats, Map<String, Long> rejected, long retries) {
        long rejectedTotal() {
            return rejected.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Sends an event, or keeps it to send it with others; waits while too many are under way.
     *
     * @throws SinkFailedException when events can no longer be delivered
     */
    void send(SimulatedEvent event, Copy copy);

    /** Lets what is kept go, without waiting for it. */
    void flush();

    /** Waits until everything sent has its answer. */
    void drain();

    /** From now on gives up soon when events cannot be delivered; may be called from another thread. */
    void hurry();

    Outcome outcome();

    /** Drains and releases everything. */
    @Override
    void close();
}
