package org.hathor.simulator;

import java.util.SplittableRandom;

/**
 * Random variates that are the same on every machine. Each thing that happens draws from a generator of its own, seeded
 * by what it is (user, day, session), so no draw depends on the order in which others were made.
 */
public final class Randomness {
    private final SplittableRandom random;

    private Randomness(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The generator of the thing that these numbers name. */
    public static Randomness of(long seed, long... path) {
        long mixed = mix(seed + 0x9e3779b97f4a7c15L);
        for (long part : path) {
            mixed = mix(mixed ^ mix(part + 0x632be59bd9b4e019L));
        }
        return new Randomness(mixed);
    }

    /** Stafford's variant 13 of the 64-bit finaliser of MurmurHash3. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    public double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [0, bound). */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Uniform in [low, high). */
    public long between(long low, long high) {
        return low + (long) (uniform() * (high - low));
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Exponential with mean 1. */
    public double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** Standard normal, by Box and Muller (1958). */
    public double gaussian() {
        return StrictMath.sqrt(2 * exponential()) * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Log-normal with the given median. */
    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** Poisson, by Knuth's product of uniforms; for small means. */
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = uniform();
        int count = 0;
        while (product > limit) {
            product *= uniform();
            count++;
        }
        return count;
    }

    /** An index drawn in proportion to the weights. */
    public int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    public <T> T pick(T[] values) {
        return values[below(values.length)];
    }
}
