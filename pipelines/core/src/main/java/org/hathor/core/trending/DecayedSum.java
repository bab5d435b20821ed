package org.hathor.core.trending;

/**
 * A sum of weights that fade: at instant t it is {@code Σ wᵢ · 2^(-(t - tᵢ) / halfLife)}, in the space of one number.
 *
 * <p>This is forward decay with the latest addition as its landmark (Cormode, Shkapenyuk, Srivastava, Xu: "Forward
 * Decay", ICDE 2009, section 3). Weights may come in any order and sums may be merged in any grouping; results differ
 * by rounding only, about 2⁻⁵² of the value for each addition, since nothing negative is ever added.
 *
 * <p>The half-life is not kept: callers have one for many sums and must always pass the same.
 *
 * @param value the sum at {@code atMs}
 * @param atMs the instant of the latest addition, epoch milliseconds; any for an empty sum
 */
public record DecayedSum(double value, long atMs) {
    /** Nothing added yet. */
    public static final DecayedSum EMPTY = new DecayedSum(0, 0);

    /** @throws IllegalArgumentException when the value is negative or no number */
    public DecayedSum {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("a decayed sum is 0 or more, not " + value);
        }
    }

    /** The sum with one more weight of the given instant, be it before or after the others. */
    public DecayedSum add(double weight, long weightAtMs, HalfLife halfLife) {
        return merge(new DecayedSum(weight, weightAtMs), halfLife);
    }

    /** The sum of both. */
    public DecayedSum merge(DecayedSum other, HalfLife halfLife) {
        if (value == 0) {
            return other;
        }
        if (other.value == 0) {
            return this;
        }
        return atMs >= other.atMs
                ? new DecayedSum(value + other.decayedTo(atMs, halfLife), atMs)
                : new DecayedSum(other.value + decayedTo(other.atMs, halfLife), other.atMs);
    }

    /** The value at an instant, be it before or after the latest addition. */
    public double decayedTo(long instantMs, HalfLife halfLife) {
        return value == 0 ? 0 : value * halfLife.factor(instantMs - atMs);
    }
}
