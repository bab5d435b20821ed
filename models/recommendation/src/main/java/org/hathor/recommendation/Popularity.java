package org.hathor.recommendation;

/**
 * The control every model must beat: the same list for everyone, by how many users took each item. Also what a new user
 * is shown.
 */
public final class Popularity {
    private Popularity() {}

    /** Counts one user in, and returns the same counts: the number of users who took each item is its score. */
    public static float[] add(float[] counts, History history) {
        for (int item : history.seen()) {
            counts[item]++;
        }
        return counts;
    }

    /** Takes in the counts of another partition. */
    public static float[] merge(float[] counts, float[] others) {
        for (int item = 0; item < counts.length; item++) {
            counts[item] += others[item];
        }
        return counts;
    }
}
