package org.hathor.audio.choice;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A {@link ChoiceModel} in the making: its weights in one vector, and the gradient of the loss by them. The loss of a
 * choice is the negative logarithm of the probability that the model gives to what is right: to all right alternatives
 * together, or to "none" where there is none.
 */
final class ChoiceNetwork {
    private static final double FIRST_WEIGHT = 0.5;

    private final double[] mean;
    private final double[] deviation;
    private final int units;
    private final double[] weights;

    private ChoiceNetwork(double[] mean, double[] deviation, int units) {
        this.mean = mean;
        this.deviation = deviation;
        this.units = units;
        weights = new double[(units + 1) * (mean.length + 1) + units];
    }

    /** With the mean and deviation of the features of all alternatives, and small hidden weights by chance. */
    static ChoiceNetwork standardising(List<Choice> choices, int units, Random random) {
        int features = choices.stream()
                .filter(c -> c.alternatives().length > 0)
                .findFirst()
                .map(c -> c.alternatives()[0].length)
                .orElse(0);
        double[] sum = new double[features];
        double[] squares = new double[features];
        long count = 0;
        for (Choice choice : choices) {
            for (float[] alternative : choice.alternatives()) {
                count++;
                for (int i = 0; i < features; i++) {
                    sum[i] += alternative[i];
                    squares[i] += (double) alternative[i] * alternative[i];
                }
            }
        }
        for (int i = 0; i < features; i++) {
            sum[i] /= Math.max(1, count);
            double variance = squares[i] / Math.max(1, count) - sum[i] * sum[i];
            squares[i] = variance > 1e-8 ? Math.sqrt(variance) : 1;
        }
        ChoiceNetwork network = new ChoiceNetwork(sum, squares, units);
        double scale = FIRST_WEIGHT / Math.sqrt(features + 1.0);
        for (int w = features + 1; w < network.weights.length; w++) {
            network.weights[w] = scale * random.nextGaussian();
        }
        return network;
    }

    /**
     * Linear weights and constant, then each unit's, then the weights of their outputs. Live: the trainer moves them.
     */
    double[] weights() {
        return weights;
    }

    /** Mean loss. */
    double loss(List<Choice> choices) {
        double loss = 0;
        for (Choice choice : choices) {
            loss += addGradient(choice, null, 0);
        }
        return loss / choices.size();
    }

    /**
     * Adds the gradient of one choice's loss, times {@code share}; nothing is added where {@code gradient} is null.
     *
     * @return the choice's loss
     */
    double addGradient(Choice choice, double[] gradient, double share) {
        int n = choice.alternatives().length;
        int size = mean.length + 1;
        double[][] x = new double[n][];
        double[][] activations = new double[n][units];
        double[] utility = new double[n];
        double most = 0;
        for (int a = 0; a < n; a++) {
            x[a] = standardised(choice.alternatives()[a]);
            utility[a] = dot(0, x[a]);
            for (int h = 0; h < units; h++) {
                activations[a][h] = Math.tanh(dot((h + 1) * size, x[a]));
                utility[a] += weights[(units + 1) * size + h] * activations[a][h];
            }
            most = Math.max(most, utility[a]);
        }
        double none = Math.exp(-most);
        double all = none;
        double right = 0;
        for (int a = 0; a < n; a++) {
            all += Math.exp(utility[a] - most);
            right += choice.right()[a] ? Math.exp(utility[a] - most) : 0;
        }
        boolean answerable = choice.answerable();
        double wanted = answerable ? right : none;
        for (int a = 0; a < n && gradient != null; a++) {
            double probability = Math.exp(utility[a] - most);
            double target = answerable && choice.right()[a] ? probability / wanted : 0;
            backward(x[a], activations[a], share * (probability / all - target), gradient);
        }
        return Math.log(all) - Math.log(wanted);
    }

    private void backward(double[] x, double[] activations, double error, double[] gradient) {
        int size = x.length;
        for (int i = 0; i < size; i++) {
            gradient[i] += error * x[i];
        }
        for (int h = 0; h < units; h++) {
            int out = (units + 1) * size + h;
            gradient[out] += error * activations[h];
            double inner = error * weights[out] * (1 - activations[h] * activations[h]);
            int first = (h + 1) * size;
            for (int i = 0; i < size; i++) {
                gradient[first + i] += inner * x[i];
            }
        }
    }

    private double dot(int first, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[first + i] * x[i];
        }
        return sum;
    }

    private double[] standardised(float[] features) {
        double[] x = new double[mean.length + 1];
        for (int i = 0; i < mean.length; i++) {
            x[i] = (features[i] - mean[i]) / deviation[i];
        }
        x[mean.length] = 1;
        return x;
    }

    ChoiceModel model(Map<String, String> card) {
        int size = mean.length + 1;
        float[][] hidden = new float[units][];
        for (int h = 0; h < units; h++) {
            hidden[h] = rounded(weights, (h + 1) * size, size);
        }
        return new ChoiceModel(
                card,
                rounded(mean, 0, mean.length),
                rounded(deviation, 0, mean.length),
                rounded(weights, 0, size),
                hidden,
                rounded(weights, (units + 1) * size, units));
    }

    /** Four digits are more than a feature is worth, and keep the file small. */
    private static float[] rounded(double[] values, int first, int count) {
        float[] rounded = new float[count];
        for (int i = 0; i < count; i++) {
            rounded[i] = Float.parseFloat(String.format(java.util.Locale.ROOT, "%.4g", values[first + i]));
        }
        return rounded;
    }
}
