package org.hathor.simulator;

import java.time.Duration;

/**
 * What is simulated. Two runs with equal settings see the same events.
 *
 * @param seed what everything random derives from
 * @param users listeners, 1 to 1,000,000; more listeners leave the events of the first ones as they are
 * @param artists 1 to 100,000
 * @param tracks at least one for each artist, at most 1,000,000
 * @param lateShare share of sessions heard offline and reported hours or days later, 0 to 1
 * @param duplicateShare share of events that are sent a second time, 0 to 1
 */
public record SimulationConfig(long seed, int users, int artists, int tracks, double lateShare, double duplicateShare) {
    /** The longest that a session heard offline waits for its report. */
    static final Duration LATE_MAX = Duration.ofDays(3);

    /** @throws IllegalArgumentException naming the setting that is out of range */
    public SimulationConfig {
        require("users", users, 1, 1_000_000);
        require("artists", artists, 1, 100_000);
        require("tracks", tracks, artists, 1_000_000);
        requireShare("lateShare", lateShare);
        requireShare("duplicateShare", duplicateShare);
    }

    /** A population of the given size, everything online and nothing sent twice. */
    public static SimulationConfig of(long seed, int users, int artists, int tracks) {
        return new SimulationConfig(seed, users, artists, tracks, 0, 0);
    }

    /** Marks the ids of this world, so that worlds of other seeds or catalogues never share an id. */
    String mark() {
        long mixed = Randomness.mix(Randomness.mix(Randomness.mix(seed) + artists) + tracks);
        return Long.toString(mixed & 0x3fff_ffffL, 36);
    }

    private static void require(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s must be %d to %d, not %d".formatted(name, min, max, value));
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be 0 to 1, not %s".formatted(name, value));
        }
    }
}
