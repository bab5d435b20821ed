package org.hathor.mood;

/**
 * A learning rate that rises from a twenty-fifth to its highest over the first fifth of the steps and falls to nothing
 * over the rest, both along half a cosine (Smith and Topin, "Super-convergence", 2018).
 *
 * @param highest the rate at the top
 * @param steps in all
 */
record OneCycle(float highest, long steps) {
    /** Share of the steps in which it rises. */
    static final double RISING = 0.2;

    private static final double FIRST_SHARE = 0.04;
    private static final double LAST_SHARE = 1e-5;

    /** The rate of a step, from 0. */
    float rate(long step) {
        double top = Math.max(1, RISING * steps - 1);
        return step <= top
                ? between(FIRST_SHARE, 1, step / top)
                : between(1, LAST_SHARE, (step - top) / Math.max(1, steps - 1 - top));
    }

    private float between(double from, double to, double share) {
        return (float) (highest * (to + (from - to) * (1 + Math.cos(Math.PI * Math.min(1, share))) / 2));
    }
}
