package org.hathor.mood;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How sure a model says it is against how often it is right, in bins of equal width (Guo et al., "On calibration of
 * modern neural networks", ICML 2017).
 *
 * @param bins from unsure to sure; those nothing fell into are left out
 */
public record Reliability(@JsonProperty("bins") List<Bin> bins) {
    /** As many as the paper took. */
    public static final int BINS = 15;

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * @param from lowest confidence
     * @param to highest confidence
     * @param count how many answers
     * @param confidence their mean
     * @param right share of them that is right
     */
    public record Bin(
            @JsonProperty("from") double from,
            @JsonProperty("to") double to,
            @JsonProperty("count") int count,
            @JsonProperty("confidence") double confidence,
            @JsonProperty("right") double right) {}

    /** Of a classifier's likeliest classes. */
    public static Reliability ofClasses(List<double[]> scores, int[] truth) {
        double[] confidence = new double[truth.length];
        boolean[] right = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            int guess = MoodMetrics.argMax(scores.get(i));
            confidence[i] = scores.get(i)[guess];
            right[i] = guess == truth[i];
        }
        return of(confidence, right);
    }

    /** Of the probabilities of one label: how often it is there where it is given such a probability. */
    public static Reliability of(double[] probability, boolean[] isTrue) {
        int[] count = new int[BINS];
        double[] confidence = new double[BINS];
        int[] right = new int[BINS];
        for (int i = 0; i < probability.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probability[i] * BINS));
            count[bin]++;
            confidence[bin] += probability[i];
            right[bin] += isTrue[i] ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (count[b] > 0) {
                bins.add(new Bin(
                        (double) b / BINS,
                        (double) (b + 1) / BINS,
                        count[b],
                        confidence[b] / count[b],
                        (double) right[b] / count[b]));
            }
        }
        return new Reliability(bins);
    }

    /** Expected calibration error: the mean distance of confidence and truth, each bin by its count; NaN of nothing. */
    public double expectedCalibrationError() {
        double sum = 0;
        int all = 0;
        for (Bin bin : bins) {
            sum += bin.count() * Math.abs(bin.confidence() - bin.right());
            all += bin.count();
        }
        return all == 0 ? Double.NaN : sum / all;
    }

    /**
     * The calibration error that so many answers of such confidence show by chance where every confidence is true: what
     * a measured one must be read against.
     *
     * @param draws how often chance is asked; the mean is told
     */
    public static double errorByChance(double[] confidence, int draws) {
        SplittableRandom random = new SplittableRandom(1);
        boolean[] right = new boolean[confidence.length];
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < right.length; i++) {
                right[i] = random.nextDouble() < confidence[i];
            }
            sum += of(confidence, right).expectedCalibrationError();
        }
        return sum / draws;
    }

    /** A table for a person, a line a bin. */
    public String toTable() {
        StringBuilder table = new StringBuilder("said      count  said on average  was right\n");
        for (Bin bin : bins) {
            table.append(String.format(
                    Locale.ROOT,
                    "%.2f-%.2f %6d %16.3f %11.3f%n",
                    bin.from(),
                    bin.to(),
                    bin.count(),
                    bin.confidence(),
                    bin.right()));
        }
        return table.toString();
    }
}
