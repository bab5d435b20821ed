package org.hathor.simulator.music;

import org.hathor.simulator.Randomness;

/**
 * How a piece is mixed. Levels are RMS of a stem while it sounds, relative to each other.
 *
 * @param brightness 0 dull to 1 bright
 * @param reverbSeconds how long the hall rings
 * @param wet how much of it is heard
 * @param rms of the mix before its peaks are held down
 */
record Production(
        double voice,
        double drums,
        double bass,
        double other,
        double brightness,
        double reverbSeconds,
        double wet,
        double rms) {
    static Production of(Plan plan) {
        Randomness random = plan.randomness('X');
        boolean aroused = plan.quadrant().aroused();
        double drums =
                switch (plan.style()) {
                    case HOUSE, HIP_HOP, METAL, FUNK -> 1.1;
                    case ROCK, POP, SYNTHWAVE, LATIN, REGGAE -> 0.95;
                    case COUNTRY, JAZZ -> 0.75;
                    case BALLAD, FOLK, AMBIENT, CLASSICAL -> 0.55;
                };
        double hall =
                switch (plan.style()) {
                    case AMBIENT, CLASSICAL -> 2.4;
                    case BALLAD, SYNTHWAVE -> 1.7;
                    default -> 1.0;
                };
        double brightness =
                switch (plan.quadrant()) {
                    case Q1 -> 0.85;
                    case Q2 -> 0.9;
                    case Q3 -> 0.3;
                    case Q4 -> 0.45;
                };
        return new Production(
                near(1.0, random),
                near(drums * (aroused ? 1.1 : 0.85), random),
                near(0.8, random),
                near(0.9, random),
                Math.min(1, near(brightness, random)),
                near(hall, random),
                near(hall > 1.5 ? 0.3 : 0.16, random),
                StrictMath.pow(10, ((aroused ? -14.5 : -17.5) + random.uniform()) / 20));
    }

    private static double near(double value, Randomness random) {
        return value * (0.88 + 0.24 * random.uniform());
    }
}
