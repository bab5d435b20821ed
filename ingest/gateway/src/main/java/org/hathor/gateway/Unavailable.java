package org.hathor.gateway;

import java.time.Duration;

/**
 * Kafka did not take everything in time. Nothing of the request was acknowledged; sending the same events again is
 * safe, since their ids count once.
 */
public final class Unavailable extends RuntimeException {
    /** When a client should try again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
