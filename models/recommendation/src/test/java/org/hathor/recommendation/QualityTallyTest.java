package org.hathor.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QualityTallyTest {
    @Test
    void meansAreOverUsersWithSomethingHeldOut() {
        Quality quality = new QualityTally(4)
                .add(new int[] {0, 1}, new int[] {0})
                .add(new int[] {1, 2}, new int[] {3})
                .add(new int[] {3}, new int[0])
                .finish();

        assertThat(quality.users()).isEqualTo(2);
        assertThat(quality.ndcgAt100()).isCloseTo(0.5, within(1e-12));
        assertThat(quality.recallAt20()).isEqualTo(0.5);
        assertThat(quality.coverageAt20()).isEqualTo(0.75);
    }

    @Test
    void mergedPartsEqualTheWhole() {
        int[][] ranked = {{0, 1}, {2, 0}, {1, 3}};
        int[][] heldOut = {{1}, {0, 3}, {3}};
        QualityTally whole = new QualityTally(5);
        QualityTally left = new QualityTally(5);
        QualityTally right = new QualityTally(5);
        for (int user = 0; user < 3; user++) {
            whole.add(ranked[user], heldOut[user]);
            (user == 1 ? right : left).add(ranked[user], heldOut[user]);
        }

        Quality merged = left.merge(right).finish();

        assertThat(merged.ndcgAt10()).isCloseTo(whole.finish().ndcgAt10(), within(1e-12));
        assertThat(merged.mapAt100()).isCloseTo(whole.finish().mapAt100(), within(1e-12));
        assertThat(merged.coverageAt20()).isEqualTo(whole.finish().coverageAt20());
    }

    @Test
    void aModelThatDoesNotBeatPopularityIsNotPromotedAndSaysSo() {
        Quality low = new Quality(9, 0.1, 0.20, 0.1, 0.1, 0.5);
        Quality high = new Quality(9, 0.1, 0.25, 0.1, 0.1, 0.5);

        assertThat(Promotion.decide(high, low).promoted()).isTrue();
        assertThat(Promotion.decide(low, low).promoted()).isFalse();
        assertThat(Promotion.decide(low, high))
                .isEqualTo(new Promotion(
                        false, "not promoted: NDCG@100 0.2000 does not beat popularity's 0.2500 over 9 users"));
        assertThat(Promotion.decide(new QualityTally(1).finish(), low).promoted())
                .isFalse();
    }
}
