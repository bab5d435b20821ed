package org.hathor.recommendation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Figures being gathered over users: add lists, merge with the tallies of other partitions, finish. Mutable, for one
 * thread at a time.
 */
public final class QualityTally implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int COVERAGE_K = 20;

    private final int catalogueSize;
    private final BitSet recommended = new BitSet();
    private long users;
    private double ndcgAt10;
    private double ndcgAt100;
    private double recallAt20;
    private double mapAt100;

    /** @param catalogueSize how many items could have been recommended, 1 or more */
    public QualityTally(int catalogueSize) {
        if (catalogueSize < 1) {
            throw new IllegalArgumentException("catalogueSize must be 1 or more, not " + catalogueSize);
        }
        this.catalogueSize = catalogueSize;
    }

    /**
     * Counts one user's list; a user with nothing held out is passed over.
     *
     * @param ranked at least the first {@link Quality#LIST_LENGTH} items, best first
     * @param heldOut what the list is judged on
     */
    public QualityTally add(int[] ranked, int[] heldOut) {
        if (heldOut.length == 0) {
            return this;
        }
        users++;
        ndcgAt10 += RankingMetrics.ndcg(ranked, heldOut, 10);
        ndcgAt100 += RankingMetrics.ndcg(ranked, heldOut, 100);
        recallAt20 += RankingMetrics.recall(ranked, heldOut, 20);
        mapAt100 += RankingMetrics.averagePrecision(ranked, heldOut, 100);
        Arrays.stream(ranked).limit(COVERAGE_K).forEach(recommended::set);
        return this;
    }

    /** Takes in what another partition gathered. */
    public QualityTally merge(QualityTally other) {
        users += other.users;
        ndcgAt10 += other.ndcgAt10;
        ndcgAt100 += other.ndcgAt100;
        recallAt20 += other.recallAt20;
        mapAt100 += other.mapAt100;
        recommended.or(other.recommended);
        return this;
    }

    /** The means; all 0 when no user was judged. */
    public Quality finish() {
        double n = Math.max(1, users);
        return new Quality(
                users,
                ndcgAt10 / n,
                ndcgAt100 / n,
                recallAt20 / n,
                mapAt100 / n,
                (double) recommended.cardinality() / catalogueSize);
    }
}
