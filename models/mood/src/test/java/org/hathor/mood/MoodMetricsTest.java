package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Each figure against the plainest way to count it. */
class MoodMetricsTest {
    @Property(tries = 60)
    void aucIsTheShareOfPairsInOrder(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int rows) {
        Rows data = Rows.random(seed, rows);
        double won = 0;
        int pairs = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                if (data.positive[i] && !data.positive[j]) {
                    pairs++;
                    won += data.scores[i] > data.scores[j] ? 1 : data.scores[i] == data.scores[j] ? 0.5 : 0;
                }
            }
        }
        double auc = MoodMetrics.rocAuc(data.scores, data.positive);
        if (pairs == 0) {
            assertThat(auc).isNaN();
        } else {
            assertThat(auc).isCloseTo(won / pairs, within(1e-12));
        }
    }

    @Property(tries = 60)
    void averagePrecisionSumsPrecisionOverRisesOfRecall(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows) {
        Rows data = Rows.random(seed, rows);
        int positives = count(data, Double.NEGATIVE_INFINITY, true);
        double sum = 0;
        double recallBefore = 0;
        for (int step = 10; step >= 0; step--) {
            double threshold = step / 10.0;
            int hits = count(data, threshold, true);
            int told = hits + count(data, threshold, false);
            if (told > 0 && positives > 0) {
                double recall = (double) hits / positives;
                sum += (recall - recallBefore) * hits / told;
                recallBefore = recall;
            }
        }
        double precision = MoodMetrics.averagePrecision(data.scores, data.positive);
        if (positives == 0) {
            assertThat(precision).isNaN();
        } else {
            assertThat(precision).isCloseTo(sum, within(1e-12));
        }
    }

    @Property(tries = 60)
    void accuracyF1AndCalibrationErrorAreAsCounted(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> scores = new ArrayList<>();
        int[] truth = new int[rows];
        int[] guess = new int[rows];
        for (int i = 0; i < rows; i++) {
            double[] s = new double[4];
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                s[k] = random.nextDouble();
                sum += s[k];
            }
            for (int k = 0; k < 4; k++) {
                s[k] /= sum;
                guess[i] = s[k] > s[guess[i]] ? k : guess[i];
            }
            scores.add(s);
            truth[i] = random.nextInt(4);
        }
        int right = 0;
        double f1 = 0;
        for (int k = 0; k < 4; k++) {
            int hit = 0;
            int told = 0;
            int there = 0;
            for (int i = 0; i < rows; i++) {
                hit += guess[i] == k && truth[i] == k ? 1 : 0;
                told += guess[i] == k ? 1 : 0;
                there += truth[i] == k ? 1 : 0;
            }
            right += hit;
            double precision = told == 0 ? 0 : (double) hit / told;
            double recall = there == 0 ? 0 : (double) hit / there;
            f1 += precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) / 4;
        }
        double error = 0;
        for (int bin = 0; bin < 15; bin++) {
            double distance = 0;
            for (int i = 0; i < rows; i++) {
                double sure = scores.get(i)[guess[i]];
                if (sure >= bin / 15.0 && sure < (bin + 1) / 15.0) {
                    distance += sure - (guess[i] == truth[i] ? 1 : 0);
                }
            }
            error += Math.abs(distance) / rows;
        }
        assertThat(MoodMetrics.accuracy(scores, truth)).isEqualTo((double) right / rows);
        assertThat(MoodMetrics.macroF1(scores, truth, 4)).isCloseTo(f1, within(1e-12));
        assertThat(Reliability.ofClasses(scores, truth).expectedCalibrationError())
                .isCloseTo(error, within(1e-12));
    }

    @Test
    void ofNothingNothingIsSaid() {
        assertThat(MoodMetrics.accuracy(List.of(), new int[0])).isNaN();
        assertThat(MoodMetrics.macroF1(List.of(), new int[0], 4)).isNaN();
        assertThat(Reliability.ofClasses(List.of(), new int[0]).expectedCalibrationError())
                .isNaN();
    }

    private static int count(Rows data, double threshold, boolean positive) {
        int count = 0;
        for (int i = 0; i < data.scores.length; i++) {
            count += data.scores[i] >= threshold && data.positive[i] == positive ? 1 : 0;
        }
        return count;
    }

    /** Scores of tenths, so that there are ties. */
    private record Rows(double[] scores, boolean[] positive) {
        static Rows random(long seed, int rows) {
            SplittableRandom random = new SplittableRandom(seed);
            Rows data = new Rows(new double[rows], new boolean[rows]);
            for (int i = 0; i < rows; i++) {
                data.scores[i] = random.nextInt(11) / 10.0;
                data.positive[i] = random.nextBoolean();
            }
            return data;
        }
    }
}
