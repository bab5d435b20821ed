package org.hathor.recommendation;

import java.util.Objects;

/**
 * One user's implicit feedback about one item: that they took it, and how often or how much.
 *
 * @param userId who
 * @param itemId what: a track, an artist, a film
 * @param strength how much, above 0; its unit is the source's (plays, or 1 for "took it")
 */
public record Interaction(String userId, String itemId, double strength) {
    public Interaction {
        Objects.requireNonNull(userId, "userId is null");
        Objects.requireNonNull(itemId, "itemId is null");
        if (!(strength > 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("strength must be above 0 and finite, not " + strength);
        }
    }
}
