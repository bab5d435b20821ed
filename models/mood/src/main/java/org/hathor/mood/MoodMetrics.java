package org.hathor.mood;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How right classifications and scores are. Scores are probabilities; what cannot be said of the data is NaN. */
public final class MoodMetrics {
    private MoodMetrics() {}

    /** Share of rows whose largest score is the truth's; NaN of no rows. */
    public static double accuracy(List<double[]> scores, int[] truth) {
        int right = 0;
        for (int i = 0; i < truth.length; i++) {
            right += argMax(scores.get(i)) == truth[i] ? 1 : 0;
        }
        return truth.length == 0 ? Double.NaN : (double) right / truth.length;
    }

    /** Mean over the classes of the harmonic mean of precision and recall; a class neither true nor told counts 0. */
    public static double macroF1(List<double[]> scores, int[] truth, int classes) {
        int[] hit = new int[classes];
        int[] told = new int[classes];
        int[] isTrue = new int[classes];
        for (int i = 0; i < truth.length; i++) {
            int guess = argMax(scores.get(i));
            told[guess]++;
            isTrue[truth[i]]++;
            hit[guess] += guess == truth[i] ? 1 : 0;
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += told[k] + isTrue[k] == 0 ? 0 : 2.0 * hit[k] / (told[k] + isTrue[k]);
        }
        return truth.length == 0 ? Double.NaN : sum / classes;
    }

    /**
     * Chance that a positive is scored above a negative, equals counting half: the area under the ROC curve (Fawcett,
     * "An introduction to ROC analysis", 2006). NaN unless there are both.
     */
    public static double rocAuc(double[] scores, boolean[] positive) {
        Integer[] order = ascending(scores);
        double rankSum = 0;
        int positives = 0;
        for (int i = 0; i < order.length; ) {
            int j = i;
            int tiedPositives = 0;
            while (j < order.length && scores[order[j]] == scores[order[i]]) {
                tiedPositives += positive[order[j]] ? 1 : 0;
                j++;
            }
            rankSum += tiedPositives * (i + 1 + j) / 2.0;
            positives += tiedPositives;
            i = j;
        }
        int negatives = scores.length - positives;
        if (positives == 0 || negatives == 0) {
            return Double.NaN;
        }
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    /**
     * Mean precision at each rise of recall, rows of one score taken together, without interpolation (as
     * scikit-learn's). NaN where nothing is positive.
     */
    public static double averagePrecision(double[] scores, boolean[] positive) {
        Integer[] order = ascending(scores);
        double sum = 0;
        int hits = 0;
        for (int i = order.length - 1; i >= 0; ) {
            int j = i;
            int tiedPositives = 0;
            while (j >= 0 && scores[order[j]] == scores[order[i]]) {
                tiedPositives += positive[order[j]] ? 1 : 0;
                j--;
            }
            hits += tiedPositives;
            sum += tiedPositives * (double) hits / (order.length - 1 - j);
            i = j;
        }
        return hits == 0 ? Double.NaN : sum / hits;
    }

    /** The first of the largest. */
    static int argMax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    private static Integer[] ascending(double[] scores) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        return order;
    }
}
