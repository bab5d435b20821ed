package org.hathor.core.trending;

import java.time.Duration;

/**
 * The two half-lives a trending score is seen through, and the bound below which a score is forgotten.
 *
 * <p><b>Half-life.</b> The default is six hours: an evening's favourite still stands the next morning with a quarter of
 * its score, and a day later with a sixteenth, so the list is today's and not this hour's. Velocity looks through a
 * quarter of it.
 *
 * <p><b>Forgetting.</b> State would grow with the catalogue if scores that have faded were kept. A track is forgotten
 * when its score falls below {@link #PRUNING_BOUND} = 2⁻²⁰, that is 20 half-lives after a single listen. What a
 * forgotten track loses is below the bound at that instant and halves with each half-life; the next engagement must
 * lift it above the bound for it to be forgotten again, so losses before a score's last rise above 1 cannot add up to
 * more than twice the bound. Hence a listed score s is exact to within 2⁻¹⁹ of weight, a relative error of 2⁻¹⁹ / s,
 * and exact to rounding for a track that was never forgotten; two tracks can stand in the wrong order only when their
 * scores are that close.
 *
 * @param slow the half-life of the score
 * @param fast a quarter of it
 */
public record TrendingDecay(HalfLife slow, HalfLife fast) {
    /** The half-life unless configured otherwise. */
    public static final Duration HALF_LIFE_DEFAULT = Duration.ofHours(6);

    /** A score below this is forgotten. */
    public static final double PRUNING_BOUND = 0x1p-20;

    private static final int FAST_SHARE = 4;

    /**
     * The decay of a half-life.
     *
     * @param halfLife 4 seconds to 30 days
     */
    public static TrendingDecay of(Duration halfLife) {
        return new TrendingDecay(HalfLife.of(halfLife), HalfLife.of(halfLife.dividedBy(FAST_SHARE)));
    }
}
