package org.hathor.engines;

import java.time.Duration;

/** A running engine: what it is called, where it answers, and the process that it is. */
public interface Engine extends AutoCloseable {
    Duration STOP_GRACE = Duration.ofSeconds(20);

    /** One word in lower case, also the name of its log file. */
    String name();

    /** Where it answers, host:port. */
    String address();

    EngineProcess process();

    /** Stops it in order, by force after {@link #STOP_GRACE}. */
    @Override
    default void close() {
        process().stop(STOP_GRACE);
    }
}
