package org.hathor.audio.choice;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * The probability of each of several alternatives, and of none of them: the conditional logit model of McFadden,
 * "Conditional logit analysis of qualitative choice behavior", 1974. An alternative's utility is a linear function of
 * its features, "none" has utility 0, and probabilities are proportional to the exponentials of utilities.
 *
 * @param card what the model says of itself: from what it was made, with which figures
 * @param mean subtracted from each feature
 * @param deviation each feature is then divided by it, positive, and kept within {@value #FARTHEST} deviations
 * @param weights of each standardised feature
 * @param constant utility of an alternative with mean features
 */
@SuppressWarnings("ArrayRecordComponent") // Weights are used, never compared.
public record ChoiceModel(
        @JsonProperty("card") Map<String, String> card,
        @JsonProperty("mean") float[] mean,
        @JsonProperty("deviation") float[] deviation,
        @JsonProperty("weights") float[] weights,
        @JsonProperty("constant") float constant) {
    private static final double FARTHEST = 4;
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    public ChoiceModel {
        card = Map.copyOf(card);
        if (deviation.length != mean.length || weights.length != mean.length) {
            throw new IllegalArgumentException("the parts of the model are not of one size");
        }
    }

    /**
     * A model kept beside a class.
     *
     * @throws IllegalStateException when there is no such resource: a broken build
     */
    public static ChoiceModel resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no model " + name + " beside " + beside.getName());
            }
            return JSON.readValue(in, ChoiceModel.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same model with a card. */
    public ChoiceModel with(Map<String, String> anotherCard) {
        return new ChoiceModel(anotherCard, mean, deviation, weights, constant);
    }

    /** The model as {@link #resource} reads it. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param alternatives features of each alternative, {@code [alternatives][features]}
     * @return the probability of each, in [0, 1]; what is left to 1 is the probability that none is right
     */
    public double[] probabilities(float[][] alternatives) {
        Objects.requireNonNull(alternatives, "alternatives is null");
        double[] probabilities = new double[alternatives.length];
        double most = 0;
        for (int a = 0; a < alternatives.length; a++) {
            probabilities[a] = utility(alternatives[a]);
            most = Math.max(most, probabilities[a]);
        }
        double sum = Math.exp(-most);
        for (int a = 0; a < probabilities.length; a++) {
            probabilities[a] = Math.exp(probabilities[a] - most);
            sum += probabilities[a];
        }
        for (int a = 0; a < probabilities.length; a++) {
            probabilities[a] /= sum;
        }
        return probabilities;
    }

    /** The probability of a single alternative against none. */
    public double probability(float[] alternative) {
        return 1 / (1 + Math.exp(-utility(alternative)));
    }

    /** The index of the likeliest; -1 where there is none to choose from. */
    public static int likeliest(double[] probabilities) {
        int best = -1;
        for (int a = 0; a < probabilities.length; a++) {
            best = best < 0 || probabilities[a] > probabilities[best] ? a : best;
        }
        return best;
    }

    private double utility(float[] features) {
        if (features.length != mean.length) {
            throw new IllegalArgumentException(features.length + " features where the model has " + mean.length);
        }
        double utility = constant;
        for (int i = 0; i < features.length; i++) {
            utility += weights[i] * standardised(features[i], mean[i], deviation[i]);
        }
        return utility;
    }

    /** What lies further out than this is not more telling: no single feature outweighs all others. */
    static double standardised(double feature, double mean, double deviation) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, (feature - mean) / deviation));
    }
}
