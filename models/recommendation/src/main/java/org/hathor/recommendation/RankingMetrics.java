package org.hathor.recommendation;

import java.util.Arrays;

/**
 * How good one ranked list is for one user, against the items held out for that user. Relevance is binary.
 *
 * <p>The list is a ranking of the whole catalogue with the training items masked: metrics over sampled negatives order
 * models wrongly (Krichene and Rendle, "On Sampled Metrics for Item Recommendation", KDD 2020).
 */
public final class RankingMetrics {
    private RankingMetrics() {}

    /**
     * Normalised discounted cumulative gain at k, 0 to 1: each hit at position p (from 1) gains 1 / log2(p + 1),
     * divided by the gain of a perfect list of the same relevant items. Järvelin and Kekäläinen, "Cumulated gain-based
     * evaluation of IR techniques", TOIS 20(4), 2002.
     *
     * @param ranked items, best first, without repeats
     * @param relevant held-out items, at least one
     * @param k how many positions count, 1 or more
     */
    public static double ndcg(int[] ranked, int[] relevant, int k) {
        require(relevant, k);
        int[] sorted = sorted(relevant);
        double gain = 0;
        for (int position = 0; position < Math.min(k, ranked.length); position++) {
            if (Arrays.binarySearch(sorted, ranked[position]) >= 0) {
                gain += discount(position);
            }
        }
        double ideal = 0;
        for (int position = 0; position < Math.min(k, relevant.length); position++) {
            ideal += discount(position);
        }
        return gain / ideal;
    }

    /**
     * Recall at k, 0 to 1: hits among the first k, divided by the most hits that k positions can hold, min(k, number of
     * relevant items). Liang et al., "Variational Autoencoders for Collaborative Filtering", WWW 2018, section 4.2.
     */
    public static double recall(int[] ranked, int[] relevant, int k) {
        require(relevant, k);
        int[] sorted = sorted(relevant);
        long hits = Arrays.stream(ranked)
                .limit(k)
                .filter(item -> Arrays.binarySearch(sorted, item) >= 0)
                .count();
        return (double) hits / Math.min(k, relevant.length);
    }

    /**
     * Average precision at k, 0 to 1: the mean over relevant items (at most k) of the precision at each hit. Its mean
     * over users is MAP. Manning, Raghavan, Schütze, "Introduction to Information Retrieval", 2008, section 8.4.
     */
    public static double averagePrecision(int[] ranked, int[] relevant, int k) {
        require(relevant, k);
        int[] sorted = sorted(relevant);
        int hits = 0;
        double sum = 0;
        for (int position = 0; position < Math.min(k, ranked.length); position++) {
            if (Arrays.binarySearch(sorted, ranked[position]) >= 0) {
                hits++;
                sum += (double) hits / (position + 1);
            }
        }
        return sum / Math.min(k, relevant.length);
    }

    private static double discount(int position) {
        return Math.log(2) / Math.log(position + 2);
    }

    private static int[] sorted(int[] items) {
        int[] copy = items.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static void require(int[] relevant, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be 1 or more, not " + k);
        }
        if (relevant.length == 0) {
            throw new IllegalArgumentException("no relevant item: such a user is left out of a mean, not counted as 0");
        }
    }
}
