package org.hathor.simulator.music;

import java.util.Locale;

/** A way of making music: its tempi, feels and moods; what is played follows from the tables named after it. */
public enum Style {
    ROCK(62, 112, 100, 200, new Shares(62, 8, 18, 12), new Shares(3, 4, 1.5, 1.5)),
    POP(64, 112, 96, 160, new Shares(70, 10, 10, 10), new Shares(4, 1, 2, 3)),
    HOUSE(84, 118, 112, 140, new Shares(88, 12, 0, 0), new Shares(4, 2, 0.5, 1)),
    BALLAD(60, 92, 84, 116, new Shares(45, 5, 30, 20), new Shares(0.3, 0.5, 4, 3)),
    JAZZ(66, 124, 124, 200, new Shares(8, 84, 0, 8), new Shares(2, 1, 2, 3)),
    HIP_HOP(64, 92, 84, 112, new Shares(60, 40, 0, 0), new Shares(2, 3, 2, 2)),
    FOLK(66, 116, 104, 184, new Shares(50, 8, 22, 20), new Shares(2, 0.7, 3, 3)),
    AMBIENT(60, 96, 88, 124, new Shares(60, 0, 25, 15), new Shares(0.4, 0.8, 3, 4)),
    METAL(66, 110, 116, 200, new Shares(75, 0, 20, 5), new Shares(0.7, 6, 1, 0.2)),
    LATIN(80, 124, 104, 190, new Shares(90, 0, 0, 10), new Shares(4, 1, 1.5, 2.5)),
    FUNK(78, 104, 96, 128, new Shares(72, 28, 0, 0), new Shares(4, 1.5, 0.7, 1.5)),
    SYNTHWAVE(72, 108, 100, 176, new Shares(85, 0, 10, 5), new Shares(2.5, 3, 2, 1.5)),
    REGGAE(64, 100, 88, 130, new Shares(50, 35, 15, 0), new Shares(2.5, 0.7, 1, 3)),
    COUNTRY(70, 120, 112, 196, new Shares(58, 20, 15, 7), new Shares(3.5, 0.7, 2, 2)),
    CLASSICAL(60, 112, 112, 190, new Shares(45, 0, 20, 35), new Shares(2, 2, 3, 3));

    private final double calmSlowest;
    private final double calmFastest;
    private final double livelySlowest;
    private final double livelyFastest;

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers and constants.
    private final Shares feels;

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers and constants.
    private final Shares quadrants;

    Style(
            double calmSlowest,
            double calmFastest,
            double livelySlowest,
            double livelyFastest,
            Shares feels,
            Shares quadrants) {
        this.calmSlowest = calmSlowest;
        this.calmFastest = calmFastest;
        this.livelySlowest = livelySlowest;
        this.livelyFastest = livelyFastest;
        this.feels = feels;
        this.quadrants = quadrants;
    }

    /** Weights of four things, in the order of their enum. */
    private record Shares(double first, double second, double third, double fourth) {
        double of(int index) {
            return switch (index) {
                case 0 -> first;
                case 1 -> second;
                case 2 -> third;
                default -> fourth;
            };
        }
    }

    /** The name as the tables have it, such as {@code hip_hop}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    double slowest(Quadrant quadrant) {
        return quadrant.aroused() ? livelySlowest : calmSlowest;
    }

    double fastest(Quadrant quadrant) {
        return quadrant.aroused() ? livelyFastest : calmFastest;
    }

    /** How often, in proportion to other styles, the mood is met in this one. */
    double weight(Quadrant quadrant) {
        return switch (quadrant) {
            case Q1 -> quadrants.of(0);
            case Q2 -> quadrants.of(1);
            case Q3 -> quadrants.of(2);
            case Q4 -> quadrants.of(3);
        };
    }

    /** How often, in percent, this style has that feel. */
    double weight(Feel feel) {
        return switch (feel) {
            case STRAIGHT -> feels.of(0);
            case SWING -> feels.of(1);
            case TRIPLET -> feels.of(2);
            case DRIFT -> feels.of(3);
        };
    }
}
