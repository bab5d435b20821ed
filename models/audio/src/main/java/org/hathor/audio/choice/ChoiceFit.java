package org.hathor.audio.choice;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A {@link ChoiceModel} in the making: its weights, and the gradient of the loss by them. The loss of a choice is the
 * negative logarithm of the probability that the model gives to what is right: to all right alternatives together, or
 * to "none" where there is none.
 */
final class ChoiceFit {
    private final double[] mean;
    private final double[] deviation;
    private final double[] weights;

    private ChoiceFit(double[] mean, double[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
        weights = new double[mean.length + 1];
    }

    /** With the mean and deviation of the features of all alternatives, and weights of 0. */
    static ChoiceFit standardising(List<Choice> choices) {
        int features = choices.stream()
                .filter(choice -> choice.alternatives().length > 0)
                .mapToInt(choice -> choice.alternatives()[0].length)
                .findFirst()
                .orElse(0);
        double[] mean = new double[features];
        double[] deviation = new double[features];
        long count = 0;
        for (Choice choice : choices) {
            for (float[] alternative : choice.alternatives()) {
                count++;
                for (int i = 0; i < features; i++) {
                    mean[i] += alternative[i];
                    deviation[i] += (double) alternative[i] * alternative[i];
                }
            }
        }
        for (int i = 0; i < features; i++) {
            mean[i] /= count;
            double variance = deviation[i] / count - mean[i] * mean[i];
            deviation[i] = variance > 1e-8 ? Math.sqrt(variance) : 1;
        }
        return new ChoiceFit(mean, deviation);
    }

    /** A weight a feature, then the constant. Live: the trainer moves them. */
    double[] weights() {
        return weights;
    }

    /** Mean loss. */
    double loss(List<Choice> choices) {
        double[] unused = new double[weights.length];
        double loss = 0;
        for (Choice choice : choices) {
            loss += addGradient(choice, unused, 0);
        }
        return loss / choices.size();
    }

    /**
     * Adds the gradient of one choice's loss, times {@code share}.
     *
     * @return the choice's loss
     */
    double addGradient(Choice choice, double[] gradient, double share) {
        int n = choice.alternatives().length;
        double[][] x = new double[n][];
        double[] odds = new double[n];
        double most = 0;
        for (int a = 0; a < n; a++) {
            x[a] = standardised(choice.alternatives()[a]);
            for (int i = 0; i < weights.length; i++) {
                odds[a] += weights[i] * x[a][i];
            }
            most = Math.max(most, odds[a]);
        }
        double none = Math.exp(-most);
        double all = none;
        double right = 0;
        for (int a = 0; a < n; a++) {
            odds[a] = Math.exp(odds[a] - most);
            all += odds[a];
            right += choice.right()[a] ? odds[a] : 0;
        }
        double wanted = choice.answerable() ? right : none;
        for (int a = 0; a < n; a++) {
            double error = odds[a] / all - (choice.right()[a] ? odds[a] / wanted : 0);
            for (int i = 0; i < weights.length; i++) {
                gradient[i] += share * error * x[a][i];
            }
        }
        return Math.log(all) - Math.log(wanted);
    }

    private double[] standardised(float[] features) {
        double[] x = new double[weights.length];
        for (int i = 0; i < mean.length; i++) {
            x[i] = ChoiceModel.standardised(features[i], mean[i], deviation[i]);
        }
        x[mean.length] = 1;
        return x;
    }

    ChoiceModel model() {
        int features = mean.length;
        float[] constant = rounded(new double[] {weights[features]}, 1);
        return new ChoiceModel(
                Map.of(),
                rounded(mean, features),
                rounded(deviation, features),
                rounded(weights, features),
                constant[0]);
    }

    /** Five digits: more than a feature is worth. */
    private static float[] rounded(double[] values, int count) {
        float[] rounded = new float[count];
        for (int i = 0; i < count; i++) {
            rounded[i] = Float.parseFloat(String.format(Locale.ROOT, "%.5g", values[i]));
        }
        return rounded;
    }
}
