package org.hathor.core.trending;

import java.time.Duration;

/**
 * How fast engagement is forgotten: what is {@code ms} milliseconds old counts half.
 *
 * @param ms 1 second to 30 days
 */
public record HalfLife(long ms) {
    private static final double LN_2 = Math.log(2);
    private static final double MS_PER_MINUTE = 60_000;

    public HalfLife {
        if (ms < 1000 || ms > Duration.ofDays(30).toMillis()) {
            throw new IllegalArgumentException("a half-life is 1 second to 30 days, not %d ms".formatted(ms));
        }
    }

    /** The half-life of that length. */
    public static HalfLife of(Duration length) {
        return new HalfLife(length.toMillis());
    }

    /** {@code 2^(-age / half-life)}: 1 for age 0, above 1 for what is still to come. */
    public double factor(long ageMs) {
        return ageMs == 0 ? 1.0 : Math.exp(-LN_2 * ageMs / ms);
    }

    /**
     * The rate, per minute, that would keep a decayed sum at the given value: the value over the mean age
     * {@code half-life / ln 2} it is seen through.
     */
    public double perMinute(double value) {
        return value * LN_2 / ms * MS_PER_MINUTE;
    }

    /** How many milliseconds a value takes to fall to the bound; 0 when it is not above it. */
    public long msUntil(double value, double bound) {
        return value <= bound ? 0 : (long) Math.ceil(ms * (Math.log(value / bound) / LN_2));
    }
}
