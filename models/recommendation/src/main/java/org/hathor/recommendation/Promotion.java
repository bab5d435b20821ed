package org.hathor.recommendation;

import java.util.Locale;

/**
 * Whether a model may be shown to people, and why.
 *
 * @param promoted whether it may
 * @param because one sentence for a person
 */
public record Promotion(boolean promoted, String because) {
    /** A model is promoted when its NDCG@100 is above the popularity control's on the same held-out data. */
    public static Promotion decide(Quality model, Quality popularity) {
        if (model.users() == 0) {
            return new Promotion(false, "not promoted: no user has anything held out to be judged on");
        }
        boolean better = model.ndcgAt100() > popularity.ndcgAt100();
        return new Promotion(
                better,
                String.format(
                        Locale.ROOT,
                        better
                                ? "promoted: NDCG@100 %.4f beats popularity's %.4f over %d users"
                                : "not promoted: NDCG@100 %.4f does not beat popularity's %.4f over %d users",
                        model.ndcgAt100(),
                        popularity.ndcgAt100(),
                        model.users()));
    }

    /** Never promoted, whatever the figures, for the given reason. */
    public static Promotion withheld(String reason) {
        return new Promotion(false, "not promoted: " + reason);
    }
}
