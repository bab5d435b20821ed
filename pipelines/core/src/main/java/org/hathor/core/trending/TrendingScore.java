package org.hathor.core.trending;

/**
 * A track's engagement as trending sees it: the decayed sum that ranks it, and a faster one beside it that tells where
 * it is going.
 *
 * @param slow through the half-life
 * @param fast through a quarter of it
 */
public record TrendingScore(DecayedSum slow, DecayedSum fast) {
    /** No engagement yet. */
    public static final TrendingScore NONE = new TrendingScore(DecayedSum.EMPTY, DecayedSum.EMPTY);

    /** The score with one more engagement, be it before or after the others. */
    public TrendingScore add(double weight, long atMs, TrendingDecay decay) {
        return new TrendingScore(slow.add(weight, atMs, decay.slow()), fast.add(weight, atMs, decay.fast()));
    }

    /** The score of both engagements together. */
    public TrendingScore merge(TrendingScore other, TrendingDecay decay) {
        return new TrendingScore(slow.merge(other.slow, decay.slow()), fast.merge(other.fast, decay.fast()));
    }

    /** Sum of weight · 2^(-age / half-life) at an instant. */
    public double at(long instantMs, TrendingDecay decay) {
        return slow.decayedTo(instantMs, decay.slow());
    }

    /**
     * How fast it is rising at an instant: engagement per minute as seen through a quarter of the half-life, minus the
     * same seen through the whole; negative is falling.
     */
    public double velocity(long instantMs, TrendingDecay decay) {
        return decay.fast().perMinute(fast.decayedTo(instantMs, decay.fast()))
                - decay.slow().perMinute(slow.decayedTo(instantMs, decay.slow()));
    }

    /** The instant, epoch milliseconds, at which it falls below the pruning bound. */
    public long forgottenAtMs(TrendingDecay decay) {
        return slow.atMs() + decay.slow().msUntil(slow.value(), TrendingDecay.PRUNING_BOUND);
    }
}
