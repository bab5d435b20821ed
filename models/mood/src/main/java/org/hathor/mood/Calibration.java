package org.hathor.mood;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What turns the network's outputs into probabilities that mean what they say: one temperature for the quadrants (Guo
 * et al., ICML 2017), a slope and an offset for each mood (Platt, "Probabilistic outputs for support vector machines",
 * 1999). Fitted on clips the weights were not learnt from.
 *
 * @param temperature what the quadrants' logits are divided by
 * @param moods for each mood the model knows, its scaling
 */
public record Calibration(
        @JsonProperty("temperature") double temperature, @JsonProperty("moods") Map<Mood, Platt> moods) {
    private static final double LOWEST_TEMPERATURE = 0.2;
    private static final double HIGHEST_TEMPERATURE = 10;

    /** Before any clip is seen, a temperature is this far from 1, as a logarithm. */
    private static final double LIKELY_LOG_TEMPERATURE = 0.2;

    public Calibration {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("temperature must be positive, not " + temperature);
        }
        moods = Collections.unmodifiableMap(new TreeMap<>(moods));
    }

    /**
     * Probability {@code 1 / (1 + exp(-(slope z + offset)))} of a logit z.
     *
     * @param slope positive, so that the order of tracks is kept
     * @param offset moves all
     */
    public record Platt(@JsonProperty("slope") double slope, @JsonProperty("offset") double offset) {
        /** What changes nothing. */
        public static final Platt IDENTITY = new Platt(1, 0);

        public double probability(double logit) {
            return 1 / (1 + Math.exp(-(slope * logit + offset)));
        }

        /**
         * The likeliest scaling by Newton's method, held near {@link #IDENTITY} by a penalty worth a handful of clips,
         * so that few clips cannot say much. The identity where there are no positives or no negatives.
         */
        public static Platt fit(double[] logits, boolean[] positive) {
            int positives = 0;
            for (boolean p : positive) {
                positives += p ? 1 : 0;
            }
            if (positives == 0 || positives == positive.length) {
                return IDENTITY;
            }
            double slope = 1;
            double offset = 0;
            for (int iteration = 0; iteration < 50; iteration++) {
                double gradientSlope = slope - 1;
                double gradientOffset = offset;
                double ss = 1;
                double so = 0;
                double oo = 1;
                for (int i = 0; i < logits.length; i++) {
                    double p = new Platt(slope, offset).probability(logits[i]);
                    double error = p - (positive[i] ? 1 : 0);
                    double curvature = p * (1 - p);
                    gradientSlope += error * logits[i];
                    gradientOffset += error;
                    ss += curvature * logits[i] * logits[i];
                    so += curvature * logits[i];
                    oo += curvature;
                }
                double determinant = ss * oo - so * so;
                double moveSlope = (oo * gradientSlope - so * gradientOffset) / determinant;
                double moveOffset = (ss * gradientOffset - so * gradientSlope) / determinant;
                double length = Math.max(1, Math.hypot(moveSlope, moveOffset));
                slope = Math.max(0.05, slope - moveSlope / length);
                offset -= moveOffset / length;
                if (Math.hypot(moveSlope, moveOffset) < 1e-9) {
                    break;
                }
            }
            return new Platt(slope, offset);
        }
    }

    /**
     * The temperature with the lowest cross-entropy, to a thousandth, by golden section; 1 of no rows. A penalty holds
     * it near 1, as {@link Platt#fit} is held: a hundred clips of forty songs cannot say that a network is twice too
     * modest.
     */
    public static double fitTemperature(List<float[]> logits, int[] truth) {
        if (truth.length == 0) {
            return 1;
        }
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(LOWEST_TEMPERATURE);
        double high = Math.log(HIGHEST_TEMPERATURE);
        while (high - low > 1e-4) {
            double a = high - ratio * (high - low);
            double b = low + ratio * (high - low);
            if (penalised(logits, truth, a) < penalised(logits, truth, b)) {
                high = b;
            } else {
                low = a;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double penalised(List<float[]> logits, int[] truth, double logTemperature) {
        double deviations = logTemperature / LIKELY_LOG_TEMPERATURE;
        return truth.length * crossEntropy(logits, truth, Math.exp(logTemperature)) + deviations * deviations / 2;
    }

    static double crossEntropy(List<float[]> logits, int[] truth, double temperature) {
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum -= Math.log(Math.max(1e-300, softmax(logits.get(i), temperature)[truth[i]]));
        }
        return sum / truth.length;
    }

    /** Shares of the four quadrants, the first outputs. */
    static double[] softmax(float[] logits, double temperature) {
        double[] shares = new double[MoodNetwork.QUADRANTS];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < shares.length; k++) {
            highest = Math.max(highest, logits[k] / temperature);
        }
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.exp(logits[k] / temperature - highest);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}
