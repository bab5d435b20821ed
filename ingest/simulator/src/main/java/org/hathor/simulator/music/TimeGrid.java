package org.hathor.simulator.music;

import org.hathor.simulator.Randomness;

/** Where musical time falls in seconds: a tempo, perhaps one that wanders, and how a beat is divided. */
final class TimeGrid {
    private static final double DRIFT_SHARE = 0.04;

    private final double offset;
    private final double secondsPerBeat;
    private final double swing;
    private final double driftShare;
    private final double driftPeriod;
    private final double driftPhase;

    private TimeGrid(
            double offset, double tempoBpm, double swing, double driftShare, double driftPeriod, double driftPhase) {
        this.offset = offset;
        this.secondsPerBeat = 60 / tempoBpm;
        this.swing = swing;
        this.driftShare = driftShare;
        this.driftPeriod = driftPeriod;
        this.driftPhase = driftPhase;
    }

    static TimeGrid of(double tempoBpm, Feel feel, Randomness random) {
        double offset = 0.05 + 0.35 * random.uniform();
        // Musicians swing less the faster they play (Friberg and Sundstroem 2002).
        double swing = feel == Feel.SWING ? Math.max(0.58, Math.min(0.667, 0.667 - 0.09 * (tempoBpm - 110) / 90)) : 0.5;
        double share = feel == Feel.DRIFT ? DRIFT_SHARE * (0.6 + 0.4 * random.uniform()) : 0;
        double period = (16 + 24 * random.uniform()) * tempoBpm / 60;
        return new TimeGrid(offset, tempoBpm, swing, share, period, 2 * Math.PI * random.uniform());
    }

    /**
     * The instant of a position.
     *
     * @param beat quarter notes since the first; an even half is where the second half of a swung beat lies
     * @return seconds since the piece's first sample
     */
    double seconds(double beat) {
        double whole = Math.floor(beat);
        double fraction = beat - whole;
        double warped = fraction < 0.5 ? fraction * 2 * swing : swing + (fraction - 0.5) * 2 * (1 - swing);
        double position = whole + warped;
        double angle = 2 * Math.PI * position / driftPeriod;
        // The integral of a tempo period 1 + share * sin(angle + phase).
        double wander = driftShare
                * driftPeriod
                / (2 * Math.PI)
                * (StrictMath.cos(driftPhase) - StrictMath.cos(angle + driftPhase));
        return offset + secondsPerBeat * (position + wander);
    }
}
