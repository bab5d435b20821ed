package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019,
 * algorithm 2), in PyTorch's form. Unlike the library's own, its state can be saved and taken up again. Gains, biases
 * and other vectors do not decay.
 */
final class AdamW {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final List<NDArray> weights;
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();
    private final float weightDecay;
    private long steps;

    AdamW(List<Parameter> parameters, NDManager manager, float weightDecay) {
        this.weights = parameters.stream()
                .filter(Parameter::requiresGradient)
                .map(Parameter::getArray)
                .toList();
        this.weightDecay = weightDecay;
        for (NDArray weight : weights) {
            means.add(manager.zeros(weight.getShape()));
            squares.add(manager.zeros(weight.getShape()));
        }
    }

    /** Moves every weight against its gradient, and clears the gradient. */
    void step(float learningRate, NDManager scratch) {
        steps++;
        float correction1 = (float) (1 - Math.pow(BETA_1, steps));
        float correction2 = (float) Math.sqrt(1 - Math.pow(BETA_2, steps));
        for (int i = 0; i < weights.size(); i++) {
            NDArray weight = weights.get(i);
            NDArray mean = means.get(i);
            NDArray square = squares.get(i);
            NDArray gradient = weight.getGradient();
            gradient.attach(scratch);
            if (weight.getShape().dimension() > 1) {
                weight.muli(1 - learningRate * weightDecay);
            }
            mean.muli(BETA_1).addi(gradient.mul(1 - BETA_1));
            square.muli(BETA_2).addi(gradient.square().muli(1 - BETA_2));
            NDArray root = square.sqrt();
            root.attach(scratch);
            root.divi(correction2).addi(EPSILON);
            NDArray move = mean.div(root);
            move.attach(scratch);
            weight.subi(move.muli(learningRate / correction1));
            gradient.muli(0);
        }
    }

    /** Steps taken. */
    long steps() {
        return steps;
    }

    /** First, then second moments; not copies. */
    List<NDArray> state() {
        List<NDArray> state = new ArrayList<>(means);
        state.addAll(squares);
        return state;
    }

    /** Takes up a saved state. */
    void restore(List<NDArray> state, long stepsTaken) {
        List<NDArray> own = state();
        for (int i = 0; i < own.size(); i++) {
            state.get(i).copyTo(own.get(i));
        }
        steps = stepsTaken;
    }
}
