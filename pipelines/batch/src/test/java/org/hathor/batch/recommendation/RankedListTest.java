package org.hathor.batch.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hathor.recommendation.History;
import org.hathor.recommendation.ItemFactors;
import org.junit.jupiter.api.Test;

class RankedListTest {
    private final ItemFactors items = new ItemFactors(new float[] {1, 0, 0, 1, 2, 0.1f, 0.1f, 2, 0, 0}, 2);

    @Test
    void bestFirstWithoutTheSeenAndWithTheNearestSeenAsReason() {
        History history = new History("ada", new int[] {0, 1}, new float[] {1, 1}, new int[0]);

        RankedList list = RankedList.of(history, new float[] {1, 0.5f}, items);

        assertThat(list.entries())
                .containsExactly(
                        new RankedList.Entry(2, 2.05f, 0),
                        new RankedList.Entry(3, 1.1f, 1),
                        new RankedList.Entry(4, 0, -1));
    }

    @Test
    void popularityIsTheListOfNobody() {
        RankedList list = RankedList.ofPopularity(new float[] {1, 5, 3});

        assertThat(list.userId()).isEmpty();
        assertThat(list.entries()).extracting(RankedList.Entry::item).containsExactly(1, 2, 0);
    }

    @Test
    void twoIdsOfOneThingAreListedOnce() {
        RankedList list = RankedList.ofPopularity(new float[] {1, 5, 3});

        assertThat(list.withoutRepeats(item -> item == 1 ? "same" : item == 2 ? "same" : "other"))
                .extracting(RankedList.Entry::item)
                .containsExactly(1, 0);
    }
}
