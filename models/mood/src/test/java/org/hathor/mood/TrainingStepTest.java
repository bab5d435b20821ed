package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingStepTest {
    @Test
    void adamMovesAsThePaperSays() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block line = Linear.builder().setUnits(1).build();
            line.initialize(manager, DataType.FLOAT32, new Shape(1, 2));
            List<Parameter> parameters =
                    line.getParameters().stream().map(p -> p.getValue()).toList();
            AdamW adam = new AdamW(parameters, 0.1f);
            double[] w = doubles(parameters.get(0).getArray().toFloatArray());
            double[] b = doubles(parameters.get(1).getArray().toFloatArray());
            double[][] moments = new double[2][3];
            float[] x = {1.5f, -2};
            for (int t = 1; t <= 5; t++) {
                // The loss is the square of the line's value at x.
                double y = w[0] * x[0] + w[1] * x[1] + b[0];
                double[] gradient = {2 * y * x[0], 2 * y * x[1], 2 * y};
                for (int k = 0; k < 3; k++) {
                    moments[0][k] = 0.9 * moments[0][k] + 0.1 * gradient[k];
                    moments[1][k] = 0.999 * moments[1][k] + 0.001 * gradient[k] * gradient[k];
                    double mean = moments[0][k] / (1 - Math.pow(0.9, t));
                    double square = moments[1][k] / (1 - Math.pow(0.999, t));
                    double move = 0.01 * mean / (Math.sqrt(square) + 1e-8);
                    if (k < 2) {
                        w[k] = w[k] - 0.01 * 0.1 * w[k] - move;
                    } else {
                        b[0] -= move;
                    }
                }
                step(line, adam, manager, x);
            }
            float[] learnt = parameters.get(0).getArray().toFloatArray();
            assertThat((double) learnt[0]).isCloseTo(w[0], within(1e-5));
            assertThat((double) learnt[1]).isCloseTo(w[1], within(1e-5));
            assertThat((double) parameters.get(1).getArray().getFloat()).isCloseTo(b[0], within(1e-5));
            assertThat(adam.values().get(0)).isEqualTo(learnt);
            assertThat(adam.steps()).isEqualTo(5);
        }
    }

    private static void step(Block line, AdamW adam, NDManager manager, float[] x) {
        try (NDManager scratch = manager.newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray input = scratch.create(x, new Shape(1, 2));
            NDArray y = line.forward(new ParameterStore(manager, false), new NDList(input), true)
                    .singletonOrThrow();
            gradients.backward(y.square().sum());
        }
        adam.step(0.01f);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
