package org.hathor.audio.choice;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * The probability of each of several alternatives, and of none of them: the conditional logit model of McFadden,
 * "Conditional logit analysis of qualitative choice behavior", 1974. An alternative's utility is a linear function of
 * its features plus, where a straight line is not enough, a layer of hidden units; "none" has utility 0.
 *
 * @param card what the model says of itself: from what it was made, with which figures
 * @param mean subtracted from each feature
 * @param deviation each feature is then divided by it, positive
 * @param linear weight of each standardised feature, then the constant
 * @param hidden {@code [units][features + 1]}: weights of each unit's input, then its constant; may be empty
 * @param output weight of each unit's output, a hyperbolic tangent
 */
@SuppressWarnings("ArrayRecordComponent") // Weights are used, never compared.
public record ChoiceModel(
        @JsonProperty("card") Map<String, String> card,
        @JsonProperty("mean") float[] mean,
        @JsonProperty("deviation") float[] deviation,
        @JsonProperty("linear") float[] linear,
        @JsonProperty("hidden") float[][] hidden,
        @JsonProperty("output") float[] output) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public ChoiceModel {
        card = Map.copyOf(card);
        if (deviation.length != mean.length || linear.length != mean.length + 1 || hidden.length != output.length) {
            throw new IllegalArgumentException("the parts of the model are not of one size");
        }
        for (float[] unit : hidden) {
            if (unit.length != linear.length) {
                throw new IllegalArgumentException(
                        "a hidden unit has " + unit.length + " weights, not " + linear.length);
            }
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

    /** The model as {@link #resource} reads it. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many features an alternative has. */
    public int features() {
        return mean.length;
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

    private double utility(float[] features) {
        if (features.length != mean.length) {
            throw new IllegalArgumentException(features.length + " features where the model has " + mean.length);
        }
        float[] x = new float[mean.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (features[i] - mean[i]) / deviation[i];
        }
        double utility = affine(linear, x);
        for (int h = 0; h < hidden.length; h++) {
            utility += output[h] * Math.tanh(affine(hidden[h], x));
        }
        return utility;
    }

    private static double affine(float[] weights, float[] x) {
        float sum = weights[x.length];
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return sum;
    }
}
