package org.hathor.simulator;

import picocli.CommandLine.Option;

/** The options that say which world is simulated; the same for every command about it. */
final class WorldOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "what everything random derives from (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "1000",
            description = "listeners (default: ${DEFAULT-VALUE})")
    private int users;

    @Option(
            names = "--artists",
            paramLabel = "N",
            defaultValue = "400",
            description = "artists (default: ${DEFAULT-VALUE})")
    private int artists;

    @Option(
            names = "--tracks",
            paramLabel = "N",
            defaultValue = "4000",
            description = "tracks (default: ${DEFAULT-VALUE})")
    private int tracks;

    long seed() {
        return seed;
    }

    SimulationConfig config(double lateShare, double duplicateShare) {
        return new SimulationConfig(seed, users, artists, tracks, lateShare, duplicateShare);
    }
}
