package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * The mood network: four convolutions along time over all mel bands at once, each with batch normalisation, the rate
 * halved three times; the mean, the largest value and the deviation over time of each channel; one linear layer. Short
 * crops with the largest value over time follow Won et al., "Evaluation of CNN-based automatic music tagging models"
 * (SMC 2020); bands as channels, Pons and Serra, "musicnn" (2019).
 *
 * <p>Input: {@code (crops, frames, bands)}. Output: {@code (crops, outputs)}: the logits of the quadrants, then of the
 * moods, then the note traits.
 */
final class MoodNetwork implements AutoCloseable {
    /** Enough to leave a frame after three halvings, and something to pad. */
    static final int SHORTEST_FRAMES = 16;

    static final int QUADRANTS = Quadrant.values().length;
    static final int OUTPUTS = QUADRANTS + Mood.values().length + NoteTraits.COUNT;
    private static final int[] TIME = {2};

    /** Of a long track, this many crops, evenly spaced, are heard. */
    private static final int MOST_CROPS = 16;

    private final Block block;
    private final NDManager manager;
    private final ParameterStore store;

    /** A network with fresh weights, drawn from the engine's random numbers. */
    MoodNetwork(NDManager parent, int channels, float dropout) {
        manager = parent.newSubManager();
        block = layers(channels, dropout);
        block.setInitializer(new XavierInitializer(), Parameter.Type.WEIGHT);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 256, LogMel.BANDS));
        store = new ParameterStore(manager, false);
    }

    private static Block layers(int channels, float dropout) {
        SequentialBlock layers = new SequentialBlock();
        layers.addSingleton(x -> x.transpose(0, 2, 1));
        convolution(layers, channels, new Shape(4), new Shape(2));
        convolution(layers, channels, new Shape(3), new Shape(1));
        layers.add(Pool.maxPool1dBlock(new Shape(2), new Shape(2)));
        convolution(layers, channels, new Shape(3), new Shape(1));
        layers.add(Pool.maxPool1dBlock(new Shape(2), new Shape(2)));
        convolution(layers, channels, new Shape(3), new Shape(1));
        return layers.addSingleton(MoodNetwork::overTime)
                .add(Dropout.builder().optRate(dropout).build())
                .add(Linear.builder().setUnits(OUTPUTS).build());
    }

    private static void convolution(SequentialBlock layers, int channels, Shape kernel, Shape stride) {
        layers.add(Conv1d.builder()
                        .setKernelShape(kernel)
                        .optStride(stride)
                        .optPadding(new Shape(1))
                        .setFilters(channels)
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().optMomentum(0.9f).build())
                .addSingleton(x -> x.getNDArrayInternal().relu());
    }

    private static NDArray overTime(NDArray x) {
        NDArray mean = x.mean(TIME);
        NDArray deviation =
                x.sub(mean.expandDims(2)).square().mean(TIME).add(1e-4f).sqrt();
        return NDArrays.concat(new NDList(mean, x.max(TIME), deviation), 1);
    }

    /** Logits for crops; with {@code Pass.LEARNING}, batch statistics and dropout are in force. */
    NDArray logits(NDArray crops, Pass pass) {
        return block.forward(store, new NDList(crops), pass == Pass.LEARNING).singletonOrThrow();
    }

    /** Whether a pass is one that learns. */
    enum Pass {
        LEARNING,
        JUDGING
    }

    /** The mean logits over crops that cover the clip: one number an output. */
    float[] judge(LogMel clip, int frames) {
        float[] crops = Crops.covering(clip, frames, MOST_CROPS);
        int count = crops.length / (frames * LogMel.BANDS);
        try (NDManager scratch = manager.newSubManager()) {
            NDArray x = scratch.create(crops, new Shape(count, frames, LogMel.BANDS));
            return logits(x, Pass.JUDGING).mean(new int[] {0}).toFloatArray();
        }
    }

    /** Everything that makes the network what it is, running statistics included, in a fixed order. */
    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Pair<String, Parameter> pair : block.getParameters()) {
            parameters.add(pair.getValue());
        }
        return parameters;
    }

    /** The arrays of {@link #parameters()}; not copies. */
    List<NDArray> arrays() {
        return parameters().stream().map(Parameter::getArray).toList();
    }

    /** Takes over the values, in the order of {@link #parameters()}. */
    void set(List<NDArray> values) {
        List<NDArray> own = arrays();
        if (own.size() != values.size()) {
            throw new IllegalArgumentException("%d arrays are needed, not %d".formatted(own.size(), values.size()));
        }
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).getShape().equals(values.get(i).getShape())) {
                throw new IllegalArgumentException("array %d has shape %s, not %s"
                        .formatted(i, values.get(i).getShape(), own.get(i).getShape()));
            }
            values.get(i).copyTo(own.get(i));
        }
    }

    /** How many numbers were learnt. */
    long size() {
        return parameters().stream()
                .filter(Parameter::requiresGradient)
                .mapToLong(p -> p.getArray().size())
                .sum();
    }

    NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
    }
}
