package org.hathor.box;

import java.time.Duration;

/** A part of the box with a process of its own, or an address outside. */
interface Component {
    /** A short name, the same in logs, in status and in {@code ./hathor logs}. */
    String name();

    /** Where it answers, without passwords. */
    String address();

    /**
     * Starts it and returns when it answers.
     *
     * @throws CommandException with one line that says what is wrong and what to do
     */
    void start() throws InterruptedException;

    /** Whether it still runs; an external engine always does as far as the box is concerned. */
    boolean alive();

    /** Its process; null when it is not ours. */
    Long pid();

    /** Stops it and returns when its process is gone. */
    void stop(Duration grace);
}
