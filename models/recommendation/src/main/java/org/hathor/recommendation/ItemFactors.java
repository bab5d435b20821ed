package org.hathor.recommendation;

import java.io.Serializable;

/**
 * The items of a factor model: one vector each, all in one block of memory. An item that training never saw has a
 * vector of zeros and scores 0.
 */
public final class ItemFactors implements Serializable {
    private static final long serialVersionUID = 1;

    private final int rank;
    private final int size;
    private final float[] values;

    /**
     * @param values row by row, {@code size * rank} numbers
     * @param rank length of a vector, 1 or more
     */
    public ItemFactors(float[] values, int rank) {
        if (rank < 1 || values.length % rank != 0) {
            throw new IllegalArgumentException("%d numbers are no rows of %d".formatted(values.length, rank));
        }
        this.rank = rank;
        this.size = values.length / rank;
        this.values = values.clone();
    }

    public int rank() {
        return rank;
    }

    /** How many items. */
    public int size() {
        return size;
    }

    /** One item's vector. */
    public float[] vector(int item) {
        float[] vector = new float[rank];
        System.arraycopy(values, item * rank, vector, 0, rank);
        return vector;
    }

    /** Every item's score for a user: the inner products with the user's vector. */
    public float[] scores(float[] userVector) {
        if (userVector.length != rank) {
            throw new IllegalArgumentException("a vector of %d for a model of %d".formatted(userVector.length, rank));
        }
        float[] scores = new float[size];
        for (int item = 0, at = 0; item < size; item++) {
            float sum = 0;
            for (int f = 0; f < rank; f++) {
                sum += values[at++] * userVector[f];
            }
            scores[item] = sum;
        }
        return scores;
    }

    /** Cosine of the angle between two items, -1 to 1; 0 when either has no vector. */
    public double similarity(int a, int b) {
        double dot = 0;
        double normA = 0;
        double normB = 0;
        for (int f = 0; f < rank; f++) {
            double x = values[a * rank + f];
            double y = values[b * rank + f];
            dot += x * y;
            normA += x * x;
            normB += y * y;
        }
        return normA == 0 || normB == 0 ? 0 : dot / Math.sqrt(normA * normB);
    }

    /**
     * The item of a history that speaks most for a recommended one: the most similar. Of equals the first holds.
     *
     * <p>This is the item-based reading of a factor model (Hu, Koren, Volinsky, "Collaborative Filtering for Implicit
     * Feedback Datasets", ICDM 2008, section 5) with the plain cosine in place of the user's own weighted similarity,
     * which would cost an inversion per user.
     *
     * @return -1 when nothing in the history is similar at all
     */
    public int nearest(int recommended, int[] history) {
        int nearest = -1;
        double best = 0;
        for (int item : history) {
            double similarity = similarity(recommended, item);
            if (similarity > best) {
                best = similarity;
                nearest = item;
            }
        }
        return nearest;
    }
}
