package org.hathor.recommendation;

/**
 * A recommender's figures on held-out data: means over users, each 0 to 1.
 *
 * @param users how many users were judged: those with something held out
 * @param ndcgAt10 mean NDCG@10
 * @param ndcgAt100 mean NDCG@100, the figure that models are chosen by
 * @param recallAt20 mean recall@20
 * @param mapAt100 mean average precision at 100
 * @param coverageAt20 share of the catalogue that appears in the first 20 of at least one user (Ge, Delgado-Battenfeld,
 *     Jannach, "Beyond accuracy", RecSys 2010, section 2.1)
 */
public record Quality(
        long users, double ndcgAt10, double ndcgAt100, double recallAt20, double mapAt100, double coverageAt20) {
    /** How the lists behind these figures are measured at most: the longest k. */
    public static final int LIST_LENGTH = 100;
}
