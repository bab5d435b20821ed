package org.hathor.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopItemsTest {
    @Test
    void bestFirstWithoutTheMaskedOnes() {
        assertThat(TopItems.best(new float[] {1, 5, 3, 4}, new int[] {1}, 2)).containsExactly(3, 2);
    }

    @Test
    void everythingMaskedLeavesNothing() {
        assertThat(TopItems.best(new float[] {1, 5}, new int[] {0, 1}, 3)).isEmpty();
    }

    @Property(tries = 500)
    void agreesWithSortingEverything(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int items,
            @ForAll @IntRange(min = 1, max = 90) int k) {
        Random random = new Random(seed);
        float[] scores = new float[items];
        for (int i = 0; i < items; i++) {
            scores[i] = random.nextInt(6);
        }
        int[] masked = random.ints(random.nextInt(items), 0, items).toArray();
        Set<Integer> hidden = Set.copyOf(IntStream.of(masked).boxed().distinct().toList());

        int[] naive = IntStream.range(0, items)
                .filter(item -> !hidden.contains(item))
                .boxed()
                .sorted(Comparator.comparing((Integer item) -> -scores[item]).thenComparing(item -> item))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(TopItems.best(scores, masked, k)).containsExactly(naive);
    }
}
