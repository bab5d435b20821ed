package org.hathor.audio.choice;

import java.util.List;
import java.util.Random;

/**
 * Fits a {@link ChoiceModel} by maximum likelihood: Adam (Kingma and Ba, ICLR 2015) over shuffled batches, with decay
 * of the weights, keeping the epoch that is best on choices that it does not learn from. The same choices and settings
 * give the same model.
 */
public final class ChoiceTrainer {
    /**
     * @param epochs passes over the choices
     * @param batch choices an update
     * @param rate step size, falling to 0 along half a cosine
     * @param decay share of each weight taken off per step, times the rate
     * @param seed of the order
     */
    public record Settings(int epochs, int batch, double rate, double decay, long seed) {}

    private final Settings settings;
    private final List<Choice> learnt;
    private final List<Choice> heldOut;

    public ChoiceTrainer(List<Choice> learnt, List<Choice> heldOut, Settings settings) {
        if (learnt.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to learn from");
        }
        this.learnt = List.copyOf(learnt);
        this.heldOut = List.copyOf(heldOut);
        this.settings = settings;
    }

    /** The fitted model, its card still empty. */
    public ChoiceModel train() {
        Random random = new Random(settings.seed());
        ChoiceFit fit = ChoiceFit.standardising(learnt);
        Adam adam = new Adam(fit.weights().length, settings.decay());
        int[] order = new int[learnt.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        long steps = (long) settings.epochs() * ((order.length + settings.batch() - 1) / settings.batch());
        long step = 0;
        ChoiceModel best = fit.model();
        double least = Double.POSITIVE_INFINITY;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += settings.batch()) {
                int to = Math.min(order.length, from + settings.batch());
                double[] gradient = new double[fit.weights().length];
                for (int i = from; i < to; i++) {
                    fit.addGradient(learnt.get(order[i]), gradient, 1.0 / (to - from));
                }
                double rate = settings.rate() * 0.5 * (1 + Math.cos(Math.PI * step++ / steps));
                adam.step(fit.weights(), gradient, rate);
            }
            double loss = heldOut.isEmpty() ? -epoch : fit.loss(heldOut);
            if (loss < least) {
                least = loss;
                best = fit.model();
            }
        }
        return best;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019). */
    private static final class Adam {
        private static final double FIRST = 0.9;
        private static final double SECOND = 0.999;
        private final double[] mean;
        private final double[] square;
        private final double decay;
        private int steps;

        Adam(int weights, double decay) {
            mean = new double[weights];
            square = new double[weights];
            this.decay = decay;
        }

        void step(double[] weights, double[] gradient, double rate) {
            steps++;
            double meanScale = 1 - Math.pow(FIRST, steps);
            double squareScale = 1 - Math.pow(SECOND, steps);
            for (int w = 0; w < weights.length; w++) {
                mean[w] = FIRST * mean[w] + (1 - FIRST) * gradient[w];
                square[w] = SECOND * square[w] + (1 - SECOND) * gradient[w] * gradient[w];
                double direction = mean[w] / meanScale / (Math.sqrt(square[w] / squareScale) + 1e-8);
                weights[w] -= rate * (direction + decay * weights[w]);
            }
        }
    }
}
