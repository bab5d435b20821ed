package org.hathor.listening.bench;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A figure to reach.
 *
 * @param measure what of a line is held against the bound
 * @param direction on which side of the bound it must lie
 * @param bound the figure
 */
public record Goal(Measure measure, Direction direction, double bound) {
    /** What of a line is judged. */
    public enum Measure {
        /** Our figure itself. */
        OURS,
        /** Our figure divided by the peer's. */
        RATIO,
        /** Our figure less the peer's. */
        LEAD
    }

    /** Which side is good; the bound itself is. */
    public enum Direction {
        AT_LEAST,
        AT_MOST
    }

    public Goal {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(direction, "direction");
    }

    /** Ours ≥ bound. */
    public static Goal atLeast(double bound) {
        return new Goal(Measure.OURS, Direction.AT_LEAST, bound);
    }

    /** Ours ≤ bound. */
    public static Goal atMost(double bound) {
        return new Goal(Measure.OURS, Direction.AT_MOST, bound);
    }

    /** Ours / peer ≥ bound. */
    public static Goal timesThePeer(double bound) {
        return new Goal(Measure.RATIO, Direction.AT_LEAST, bound);
    }

    /** Ours − peer ≥ bound. */
    public static Goal aboveThePeerBy(double bound) {
        return new Goal(Measure.LEAD, Direction.AT_LEAST, bound);
    }

    /** Whether it is reached; a figure that is needed and absent, or not a number, does not reach it. */
    boolean reachedBy(OptionalDouble ours, OptionalDouble peer) {
        if (ours.isEmpty() || (measure != Measure.OURS && peer.isEmpty())) {
            return false;
        }
        double judged =
                switch (measure) {
                    case OURS -> ours.getAsDouble();
                    case RATIO -> ours.getAsDouble() / peer.getAsDouble();
                    case LEAD -> ours.getAsDouble() - peer.getAsDouble();
                };
        return direction == Direction.AT_LEAST ? judged >= bound : judged <= bound;
    }

    @Override
    public String toString() {
        String sign = direction == Direction.AT_LEAST ? "≥ " : "≤ ";
        return switch (measure) {
            case OURS -> sign + Line.figure(bound);
            case RATIO -> sign + Line.figure(bound) + " ×";
            case LEAD -> sign + "peer " + String.format(Locale.ROOT, "%+.2f", bound);
        };
    }
}
