package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019,
 * algorithm 2), in PyTorch's form. Gains, biases and other vectors do not decay. Unlike the library's own, its state
 * can be saved and taken up again; and it works on plain arrays: for a small network the dozen calls into the engine
 * for each weight cost more than the sums.
 */
final class AdamW {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final List<NDArray> weights;
    private final List<float[]> values = new ArrayList<>();
    private final List<float[]> means = new ArrayList<>();
    private final List<float[]> squares = new ArrayList<>();
    private final float weightDecay;
    private long steps;

    AdamW(List<Parameter> parameters, float weightDecay) {
        this.weights = parameters.stream()
                .filter(Parameter::requiresGradient)
                .map(Parameter::getArray)
                .toList();
        this.weightDecay = weightDecay;
        for (NDArray weight : weights) {
            values.add(weight.toFloatArray());
            means.add(new float[(int) weight.size()]);
            squares.add(new float[(int) weight.size()]);
        }
    }

    /** Moves every weight against its gradient, and clears the gradient. */
    void step(float learningRate) {
        steps++;
        for (int i = 0; i < weights.size(); i++) {
            NDArray weight = weights.get(i);
            try (NDArray gradient = weight.getGradient()) {
                float decay = weight.getShape().dimension() > 1 ? 1 - learningRate * weightDecay : 1;
                move(values.get(i), gradient.toFloatArray(), means.get(i), squares.get(i), learningRate, decay);
                gradient.muli(0);
            }
            weight.set(FloatBuffer.wrap(values.get(i)));
        }
    }

    private void move(float[] weight, float[] gradient, float[] mean, float[] square, float learningRate, float decay) {
        float pace = (float) (learningRate / (1 - Math.pow(BETA_1, steps)));
        float correction = (float) (1 / Math.sqrt(1 - Math.pow(BETA_2, steps)));
        for (int k = 0; k < weight.length; k++) {
            float g = gradient[k];
            mean[k] = BETA_1 * mean[k] + (1 - BETA_1) * g;
            square[k] = BETA_2 * square[k] + (1 - BETA_2) * g * g;
            weight[k] = decay * weight[k] - pace * mean[k] / ((float) Math.sqrt(square[k]) * correction + EPSILON);
        }
    }

    /** Steps taken. */
    long steps() {
        return steps;
    }

    /** First, then second moments; not copies. */
    List<float[]> state() {
        List<float[]> state = new ArrayList<>(means);
        state.addAll(squares);
        return state;
    }

    /** The learnt weights after the last step, in the parameters' order; not copies. */
    List<float[]> values() {
        return values;
    }

    /** Takes up a saved state, and the weights the network has now. */
    void restore(List<float[]> state, long stepsTaken) {
        Weights.copy(state, state());
        Weights.copy(weights.stream().map(NDArray::toFloatArray).toList(), values);
        steps = stepsTaken;
    }
}
