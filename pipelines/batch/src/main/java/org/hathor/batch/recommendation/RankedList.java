package org.hathor.batch.recommendation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hathor.recommendation.History;
import org.hathor.recommendation.ItemFactors;
import org.hathor.recommendation.TopItems;

/**
 * What one user is recommended, best first.
 *
 * @param userId whose list; empty for the popularity list
 * @param entries in order
 */
record RankedList(String userId, List<Entry> entries) {
    /** How many items a list holds at most. */
    static final int LENGTH = 200;

    /** Of a long history, only this many items are looked at for a reason: those of the greatest strength. */
    private static final int REASONS_MAX = 200;

    /**
     * A place in a list.
     *
     * @param item its index
     * @param score the model's, for order only
     * @param reason index of the item of the user's history that speaks for it, -1 for none
     */
    record Entry(int item, float score, int reason) {}

    /** The model's list for a user, without what the user has taken already. */
    static RankedList of(History history, float[] userVector, ItemFactors items) {
        float[] scores = items.scores(userVector);
        int[] strongest = strongest(history);
        List<Entry> entries = new ArrayList<>();
        for (int item : TopItems.best(scores, history.seen(), LENGTH)) {
            entries.add(new Entry(item, scores[item], items.nearest(item, strongest)));
        }
        return new RankedList(history.userId(), entries);
    }

    /** The list for those whom the model does not know. */
    static RankedList ofPopularity(float[] popularity) {
        List<Entry> entries = new ArrayList<>();
        for (int item : TopItems.best(popularity, new int[0], LENGTH)) {
            entries.add(new Entry(item, popularity[item], -1));
        }
        return new RankedList("", entries);
    }

    /** The same list, each item only at its best place by the given name: two ids may stand for one thing. */
    List<Entry> withoutRepeats(java.util.function.IntFunction<String> name) {
        Set<String> named = new HashSet<>();
        return entries.stream()
                .filter(entry -> named.add(name.apply(entry.item())))
                .toList();
    }

    private static int[] strongest(History history) {
        int[] seen = history.seen();
        if (seen.length <= REASONS_MAX) {
            return seen;
        }
        int[] places = TopItems.best(history.strengths(), new int[0], REASONS_MAX);
        int[] strongest = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            strongest[i] = seen[places[i]];
        }
        return strongest;
    }
}
