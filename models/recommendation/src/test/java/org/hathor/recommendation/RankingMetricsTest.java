package org.hathor.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    @Test
    void aHandCountedList() {
        int[] ranked = {7, 3, 9, 1};
        int[] relevant = {3, 1, 5};

        double hits = 1 / log2(3) + 1 / log2(5);
        double ideal = 1 / log2(2) + 1 / log2(3) + 1 / log2(4);
        assertThat(RankingMetrics.ndcg(ranked, relevant, 10)).isCloseTo(hits / ideal, within(1e-12));
        assertThat(RankingMetrics.ndcg(ranked, relevant, 2))
                .isCloseTo((1 / log2(3)) / (1 + 1 / log2(3)), within(1e-12));
        assertThat(RankingMetrics.recall(ranked, relevant, 2)).isEqualTo(0.5);
        assertThat(RankingMetrics.recall(ranked, relevant, 10)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(RankingMetrics.averagePrecision(ranked, relevant, 10))
                .isCloseTo((1 / 2.0 + 2 / 4.0) / 3, within(1e-12));
    }

    @Test
    void aUserWithNothingRelevantIsRefused() {
        assertThatThrownBy(() -> RankingMetrics.ndcg(new int[] {1}, new int[0], 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no relevant item");
    }

    @Property(tries = 500)
    void agreesWithTheNaiveDefinition(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int items,
            @ForAll @IntRange(min = 1, max = 70) int k) {
        Random random = new Random(seed);
        int[] ranked = shuffled(items, random);
        int[] relevant = IntStream.of(shuffled(items, random))
                .limit(1 + random.nextInt(items))
                .toArray();
        Set<Integer> wanted = Set.copyOf(IntStream.of(relevant).boxed().toList());

        assertThat(RankingMetrics.ndcg(ranked, relevant, k)).isCloseTo(naiveNdcg(ranked, wanted, k), within(1e-9));
        assertThat(RankingMetrics.recall(ranked, relevant, k)).isCloseTo(naiveRecall(ranked, wanted, k), within(1e-9));
        assertThat(RankingMetrics.averagePrecision(ranked, relevant, k))
                .isCloseTo(naiveAveragePrecision(ranked, wanted, k), within(1e-9));
    }

    @Property(tries = 200)
    void aPerfectListScoresOneAndSwappingAHitDownNeverHelps(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int items) {
        Random random = new Random(seed);
        int[] ranked = shuffled(items, random);
        int wanted = 1 + random.nextInt(items - 1);
        int[] relevant = IntStream.of(ranked).limit(wanted).toArray();

        assertThat(RankingMetrics.ndcg(ranked, relevant, items)).isCloseTo(1, within(1e-12));
        assertThat(RankingMetrics.recall(ranked, relevant, items)).isEqualTo(1);
        assertThat(RankingMetrics.averagePrecision(ranked, relevant, items)).isCloseTo(1, within(1e-12));

        int[] worse = ranked.clone();
        worse[wanted - 1] = ranked[wanted];
        worse[wanted] = ranked[wanted - 1];
        assertThat(RankingMetrics.ndcg(worse, relevant, items)).isLessThan(1);
    }

    private static double naiveNdcg(int[] ranked, Set<Integer> wanted, int k) {
        double gain = 0;
        for (int i = 0; i < ranked.length && i < k; i++) {
            gain += wanted.contains(ranked[i]) ? 1 / log2(i + 2) : 0;
        }
        double ideal = 0;
        for (int i = 0; i < wanted.size() && i < k; i++) {
            ideal += 1 / log2(i + 2);
        }
        return gain / ideal;
    }

    private static double naiveRecall(int[] ranked, Set<Integer> wanted, int k) {
        return (double) hits(ranked, wanted, k) / Math.min(k, wanted.size());
    }

    private static double naiveAveragePrecision(int[] ranked, Set<Integer> wanted, int k) {
        double sum = 0;
        for (int i = 0; i < ranked.length && i < k; i++) {
            sum += wanted.contains(ranked[i]) ? hits(ranked, wanted, i + 1) / (i + 1.0) : 0;
        }
        return sum / Math.min(k, wanted.size());
    }

    private static long hits(int[] ranked, Set<Integer> wanted, int k) {
        return IntStream.of(ranked).limit(k).filter(wanted::contains).count();
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static int[] shuffled(int items, Random random) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, items).boxed().toList());
        Collections.shuffle(all, random);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }
}
