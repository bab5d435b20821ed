package org.hathor.batch.recommendation;

import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of implicit ALS.
 *
 * <p>MLlib weighs an observed pair 1 + alpha · strength and everything else 1 (Hu, Koren, Volinsky, "Collaborative
 * Filtering for Implicit Feedback Datasets", ICDM 2008), and multiplies the regularisation by each user's and item's
 * number of interactions. In the terms of Rendle, Krichene, Zhang and Koren ("Revisiting the Performance of iALS on
 * Item Recommendation Benchmarks", RecSys 2022), the weight of the unobserved is 1 / alpha, and their regularisation is
 * ours divided by alpha.
 *
 * @param rank length of a vector, 2 to 512
 * @param alpha weight of the observed over the unobserved, above 0
 * @param regularisation above 0
 * @param iterations 1 to 100
 * @param blocks how many parts users and items are cut into; a part of the settings, for the starting vectors depend on
 *     it
 * @param seed of the starting vectors
 */
public record AlsSettings(int rank, double alpha, double regularisation, int iterations, int blocks, long seed) {
    /** Found by search on HetRec Last.fm and MovieLens-100k; good on both. */
    public static final AlsSettings DEFAULT = new AlsSettings(64, 5, 0.4, 16, 4, 42);

    public AlsSettings {
        require(rank >= 2 && rank <= 512, "rank must be 2 to 512, not " + rank);
        require(alpha > 0 && Double.isFinite(alpha), "alpha must be above 0, not " + alpha);
        require(
                regularisation > 0 && Double.isFinite(regularisation),
                "regularisation must be above 0, not " + regularisation);
        require(iterations >= 1 && iterations <= 100, "iterations must be 1 to 100, not " + iterations);
        require(blocks >= 1 && blocks <= 10_000, "blocks must be 1 to 10000, not " + blocks);
    }

    /** The settings by name, for a model's card. */
    public Map<String, String> toMap() {
        Map<String, String> map = new TreeMap<>();
        map.put("algorithm", "MLlib ALS, implicit preferences");
        map.put("rank", String.valueOf(rank));
        map.put("alpha", String.valueOf(alpha));
        map.put("regularisation", String.valueOf(regularisation));
        map.put("iterations", String.valueOf(iterations));
        map.put("blocks", String.valueOf(blocks));
        map.put("seed", String.valueOf(seed));
        return map;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
