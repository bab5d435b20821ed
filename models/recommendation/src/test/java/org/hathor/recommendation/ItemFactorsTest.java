package org.hathor.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ItemFactorsTest {
    private final ItemFactors items = new ItemFactors(new float[] {1, 0, 0, 2, 3, 3, 0, 0}, 2);

    @Test
    void scoresAreInnerProducts() {
        assertThat(items.scores(new float[] {2, 1})).containsExactly(2, 2, 9, 0);
    }

    @Test
    void similarityIsTheCosineAndNothingIsSimilarToAnItemWithoutAVector() {
        assertThat(items.similarity(0, 2)).isCloseTo(Math.sqrt(0.5), within(1e-7));
        assertThat(items.similarity(0, 1)).isZero();
        assertThat(items.similarity(0, 3)).isZero();
    }

    @Test
    void theReasonIsTheMostSimilarItemOfTheHistory() {
        ItemFactors near = new ItemFactors(new float[] {1, 0, 0, 1, 1, 0.2f}, 2);
        assertThat(near.nearest(2, new int[] {1, 0})).isEqualTo(0);
        assertThat(near.nearest(2, new int[0])).isEqualTo(-1);
    }

    @Test
    void aVectorOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> items.scores(new float[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ItemFactors(new float[3], 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void popularityCountsUsers() {
        History ada = new History("ada", new int[] {0, 2}, new float[] {9, 1}, new int[] {1});
        History bob = new History("bob", new int[] {2}, new float[] {1}, new int[0]);

        float[] left = Popularity.add(new float[3], ada);
        float[] right = Popularity.add(new float[3], bob);

        assertThat(Popularity.merge(left, right)).containsExactly(1, 0, 2);
    }
}
