package org.hathor.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TemporalCutTest {
    @Test
    void theLastFifthIsHeldOut() {
        TreeMap<Long, Long> events = new TreeMap<>(Map.of(0L, 40L, 10L, 40L, 20L, 15L, 30L, 5L));

        assertThat(TemporalCut.choose(events, 0.2).at()).isEqualTo(Instant.ofEpochMilli(20));
        assertThat(TemporalCut.choose(events, 0.1).at()).isEqualTo(Instant.ofEpochMilli(30));
    }

    @Test
    void oneBucketIsItsOwnCut() {
        assertThat(TemporalCut.choose(new TreeMap<>(Map.of(7L, 3L)), 0.2).at()).isEqualTo(Instant.ofEpochMilli(7));
        assertThatThrownBy(() -> TemporalCut.choose(new TreeMap<>(), 0.2)).hasMessageContaining("no events");
    }

    @Property(tries = 300)
    void holdsOutAtMostTheShareUnlessOneBucketIsMore(
            @ForAll @Size(min = 1, max = 30) Map<Integer, @LongRange(min = 1, max = 50) Long> sizes) {
        TreeMap<Long, Long> events = new TreeMap<>();
        sizes.forEach((start, count) -> events.put((long) start, count));
        long total = events.values().stream().mapToLong(Long::longValue).sum();

        long cut = TemporalCut.choose(events, 0.2).at().toEpochMilli();

        long heldOut =
                events.tailMap(cut).values().stream().mapToLong(Long::longValue).sum();
        assertThat(heldOut <= 0.2 * total || cut == events.lastKey()).isTrue();
        Long earlier = events.lowerKey(cut);
        if (earlier != null) {
            assertThat(heldOut + events.get(earlier)).isGreaterThan((long) (0.2 * total));
        }
    }
}
