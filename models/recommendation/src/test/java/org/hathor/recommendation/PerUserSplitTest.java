package org.hathor.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PerUserSplitTest {
    @Property(tries = 200)
    void holdsOutTheNearestWholeNumberOfTheUsersOwnItems(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int count) {
        Set<String> items = items(count);

        Set<String> heldOut = new PerUserSplit(0.2, seed).heldOut("ada", items);

        assertThat(heldOut).hasSize((int) Math.round(0.2 * count));
        assertThat(items).containsAll(heldOut);
    }

    @Test
    void dependsOnSeedUserAndItemsButNotOnTheirOrder() {
        Set<String> items = items(100);
        PerUserSplit split = new PerUserSplit(0.2, 1);

        assertThat(split.heldOut("ada", new TreeSet<>(items))).isEqualTo(split.heldOut("ada", items));
        assertThat(split.heldOut("bob", items)).isNotEqualTo(split.heldOut("ada", items));
        assertThat(new PerUserSplit(0.2, 2).heldOut("ada", items)).isNotEqualTo(split.heldOut("ada", items));
    }

    @Test
    void everyItemIsHeldOutEquallyOften() {
        Set<String> items = items(10);
        int[] times = new int[10];
        for (int user = 0; user < 5000; user++) {
            for (String item : new PerUserSplit(0.2, 7).heldOut("user-" + user, items)) {
                times[Integer.parseInt(item)]++;
            }
        }
        assertThat(IntStream.of(times).boxed()).allSatisfy(n -> assertThat(n).isBetween(850, 1150));
    }

    @Test
    void aShareOutsideOfZeroToOneIsRefused() {
        assertThatThrownBy(() -> new PerUserSplit(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> items(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
