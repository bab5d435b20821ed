package org.hathor.batch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void missingOnEitherSideAndUnequalAreAllDifferences() {
        Comparison comparison = Comparison.of(
                List.of(row(0, "a", 1), row(0, "b", 2), row(1, "a", 5)).iterator(),
                List.of(row(0, "b", 3), row(0, "c", 4), row(1, "a", 5)).iterator());

        assertThat(comparison.trackDays()).isEqualTo(4);
        assertThat(comparison.clickhouseListens()).isEqualTo(8);
        assertThat(comparison.lakeListens()).isEqualTo(12);
        assertThat(comparison.differences().stream().map(Difference::toString))
                .containsExactly(
                        "2026-03-01 a: ClickHouse 1 listens (1 qualified) by 1 listeners, 1000 ms, lake nothing",
                        "2026-03-01 b: ClickHouse 2 listens (2 qualified) by 1 listeners, 2000 ms, lake 3 listens (3 qualified) by 1 listeners, 3000 ms",
                        "2026-03-01 c: ClickHouse nothing, lake 4 listens (4 qualified) by 1 listeners, 4000 ms");
    }

    @Property(tries = 300)
    void agreesWithComparingTwoMaps(@ForAll long seed) {
        Random random = new Random(seed);
        List<TrackDay> left = side(random);
        List<TrackDay> right = side(random);

        Comparison comparison = Comparison.of(left.iterator(), right.iterator());

        Map<String, TrackDay> a = byKey(left);
        Map<String, TrackDay> b = byKey(right);
        Set<String> keys = new HashSet<>(a.keySet());
        keys.addAll(b.keySet());
        long differing = keys.stream()
                .filter(key -> a.get(key) == null || !a.get(key).equals(b.get(key)))
                .count();
        assertThat(comparison.trackDays()).isEqualTo(keys.size());
        assertThat(comparison.differenceCount()).isEqualTo(differing);
        assertThat(comparison.agrees()).isEqualTo(a.equals(b));
    }

    private static List<TrackDay> side(Random random) {
        TreeMap<TrackDay, TrackDay> rows = new TreeMap<>(TrackDay.ORDER);
        for (int i = random.nextInt(12); i > 0; i--) {
            TrackDay row = row(random.nextInt(3), "t" + random.nextInt(4), 1 + random.nextInt(2));
            rows.put(row, row);
        }
        return new ArrayList<>(rows.values());
    }

    private static Map<String, TrackDay> byKey(List<TrackDay> rows) {
        Map<String, TrackDay> map = new HashMap<>();
        rows.forEach(row -> map.put(row.day() + row.trackId(), row));
        return map;
    }

    private static TrackDay row(int day, String track, long listens) {
        return new TrackDay(DAY.plusDays(day), track, listens, listens, 1, listens * 1000);
    }
}
