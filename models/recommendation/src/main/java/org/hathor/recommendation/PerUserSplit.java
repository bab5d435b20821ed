package org.hathor.recommendation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Holds out a random share of each user's items: the split for data without times.
 *
 * <p>What is held out for a user depends on the seed, the user and the set of their items alone, not on the order of
 * rows nor on other users, so that any partitioning of the data gives the same split.
 *
 * @param heldOutShare between 0 and 1, both excluded; a user's count is rounded to the nearest whole
 * @param seed of the shuffles
 */
public record PerUserSplit(double heldOutShare, long seed) {
    public PerUserSplit {
        if (!(heldOutShare > 0 && heldOutShare < 1)) {
            throw new IllegalArgumentException("heldOutShare must lie between 0 and 1, not " + heldOutShare);
        }
    }

    /** The items of this user that training must not see. */
    public Set<String> heldOut(String userId, Set<String> itemIds) {
        List<String> shuffled = new ArrayList<>(itemIds);
        shuffled.sort(Comparator.naturalOrder());
        Collections.shuffle(shuffled, new Random(mix(seed, userId)));
        long count = Math.round(heldOutShare * shuffled.size());
        return new HashSet<>(shuffled.subList(0, (int) count));
    }

    /** Spreads the seed and the user over 64 bits (SplitMix64's finaliser), so that near ids shuffle unalike. */
    private static long mix(long seed, String userId) {
        long z = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < userId.length(); i++) {
            z = (z ^ userId.charAt(i)) * 0xBF58476D1CE4E5B9L;
            z ^= z >>> 27;
        }
        z = (z ^ (z >>> 30)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
