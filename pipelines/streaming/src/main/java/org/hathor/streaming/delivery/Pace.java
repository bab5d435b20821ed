package org.hathor.streaming.delivery;

import java.io.Serializable;
import java.time.Duration;

/**
 * How often a sink writes, and how long it keeps trying.
 *
 * @param interval the longest that a value waits for others to be written with
 * @param patience how long a batch is tried again before the job fails and goes back to its last checkpoint
 */
public record Pace(Duration interval, Duration patience) implements Serializable {
    public Pace {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("the interval must be positive, not " + interval);
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative, is " + patience);
        }
    }
}
