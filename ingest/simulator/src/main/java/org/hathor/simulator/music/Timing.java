package org.hathor.simulator.music;

import org.hathor.simulator.Randomness;

/** When players play: on the grid as well as people, or machines, do. */
final class Timing {
    private static final double HUMAN_SIGMA = 0.0025;
    private static final double OFF_MAX = 0.006;

    private final TimeGrid grid;
    private final double sigma;
    private final Randomness random;

    Timing(Plan plan, TimeGrid grid, Randomness random) {
        this.grid = grid;
        this.random = random;
        this.sigma = switch (plan.style()) {
            case HOUSE, SYNTHWAVE -> 0;
            case HIP_HOP, AMBIENT -> HUMAN_SIGMA / 2;
            default -> HUMAN_SIGMA;
        };
    }

    /** The instant at which a player plays what is written at a beat, at most 6 ms beside it. */
    double played(double beat) {
        double off = sigma * random.gaussian();
        return grid.seconds(beat) + Math.max(-OFF_MAX, Math.min(OFF_MAX, off));
    }

    /** The instant of a beat itself. */
    double exact(double beat) {
        return grid.seconds(beat);
    }

    /** A force with the unevenness of a hand. */
    double velocity(double written) {
        double uneven = sigma == 0 ? 0.01 : 0.05;
        return Math.max(0.05, Math.min(1, written * (1 + uneven * random.gaussian())));
    }

    /** The force that a sign of the pattern tables stands for; 0 for silence. */
    static double velocity(char sign) {
        return switch (sign) {
            case 'X' -> 0.95;
            case 'x' -> 0.75;
            case 'o' -> 0.52;
            case 'g' -> 0.36;
            default -> 0;
        };
    }
}
