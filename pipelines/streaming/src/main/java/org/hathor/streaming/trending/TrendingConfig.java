package org.hathor.streaming.trending;

import java.io.Serializable;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.hathor.core.trending.TrendingDecay;

/**
 * How trending lists are made.
 *
 * @param halfLife {@code HATHOR_TRENDING_HALF_LIFE}, ISO 8601: how old an engagement is that counts half; default 6
 *     hours
 * @param horizon how old a listen or reaction may be at its receipt and still be counted
 * @param listSize how many tracks a list holds, 1 to 10,000
 * @param emission how soon a change is given out, at most 2 seconds
 * @param refresh how often a list without changes is given out as its scores fade
 */
record TrendingConfig(Duration halfLife, Duration horizon, int listSize, Duration emission, Duration refresh)
        implements Serializable {
    private static final String HALF_LIFE = "HATHOR_TRENDING_HALF_LIFE";
    private static final int LIST_SIZE = 100;
    private static final Duration EMISSION = Duration.ofSeconds(1);
    private static final Duration REFRESH = Duration.ofSeconds(10);

    TrendingConfig {
        if (halfLife.compareTo(Duration.ofSeconds(4)) < 0 || halfLife.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException(
                    "%s must be between PT4S and P30D, not %s".formatted(HALF_LIFE, halfLife));
        }
        if (emission.compareTo(Duration.ofMillis(50)) < 0 || emission.compareTo(Duration.ofSeconds(2)) > 0) {
            throw new IllegalArgumentException("emission must be between 50 ms and 2 s, not " + emission);
        }
        if (refresh.compareTo(emission) < 0) {
            throw new IllegalArgumentException("refresh must not be more often than emission, is " + refresh);
        }
        if (listSize < 1 || listSize > 10_000) {
            throw new IllegalArgumentException("listSize must be 1 to 10000, not " + listSize);
        }
    }

    /** The defaults, with what the environment sets. */
    static TrendingConfig of(Duration horizon, Map<String, String> environment) {
        String text = environment.getOrDefault(HALF_LIFE, "");
        return new TrendingConfig(
                text.isBlank() ? TrendingDecay.HALF_LIFE_DEFAULT : parse(text), horizon, LIST_SIZE, EMISSION, REFRESH);
    }

    private static Duration parse(String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s must be an ISO 8601 duration such as PT6H, not '%s'".formatted(HALF_LIFE, text), e);
        }
    }
}
