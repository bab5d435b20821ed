package org.hathor.recommendation;

/**
 * The control every model must beat: the same list for everyone, by how many users took each item. Also what a new user
 * is shown.
 */
public final class Popularity {
    private Popularity() {}

    /**
     * Scores by item: the number of users who took it.
     *
     * @param catalogueSize number of items
     */
    public static float[] scores(Iterable<History> histories, int catalogueSize) {
        float[] scores = new float[catalogueSize];
        for (History history : histories) {
            for (int item : history.seen()) {
                scores[item]++;
            }
        }
        return scores;
    }
}
