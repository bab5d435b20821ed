package org.hathor.recommendation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * What one user did, as a recommender sees it: items a model may learn from and items it is judged on. Items are dense
 * indices from 0 into the model's catalogue.
 */
public final class History implements Serializable {
    private static final long serialVersionUID = 1;

    private final String userId;
    private final int[] seen;
    private final float[] strengths;
    private final int[] heldOut;

    /**
     * @param userId who
     * @param seen items of the training side
     * @param strengths one for each of {@code seen}
     * @param heldOut items of the test side, none of them in {@code seen}
     */
    public History(String userId, int[] seen, float[] strengths, int[] heldOut) {
        this.userId = Objects.requireNonNull(userId, "userId is null");
        if (seen.length != strengths.length) {
            throw new IllegalArgumentException("%d items but %d strengths".formatted(seen.length, strengths.length));
        }
        this.seen = seen.clone();
        this.strengths = strengths.clone();
        this.heldOut = heldOut.clone();
    }

    public String userId() {
        return userId;
    }

    /** Items to learn from; also masked from every list made for this user. */
    public int[] seen() {
        return seen.clone();
    }

    /** How strongly, beside {@link #seen}. */
    public float[] strengths() {
        return strengths.clone();
    }

    /** Items to be judged on; empty in production. */
    public int[] heldOut() {
        return heldOut.clone();
    }

    @Override
    public String toString() {
        return "History[%s, seen=%s, heldOut=%s]".formatted(userId, Arrays.toString(seen), Arrays.toString(heldOut));
    }
}
