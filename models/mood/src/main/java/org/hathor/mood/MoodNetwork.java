package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
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
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The mood network.
 *
 * <ol>
 *   <li>Four convolutions along time over all mel bands at once, each with batch normalisation, the rate cut by eight
 *       (bands as channels: Pons and Serra, "musicnn", 2019).
 *   <li>From each step, what is played in it ({@link NoteGrid#TRAITS} numbers, pitch classes among them).
 *   <li>Of both, the mean, the largest value and the deviation over time (short crops with the largest value: Won et
 *       al., "Evaluation of CNN-based automatic music tagging models", SMC 2020).
 *   <li>Of the mean pitch classes, the best match of sixteen learnt profiles over all twelve tonics: major or minor
 *       sounds the same in every key.
 *   <li>A linear layer for the quadrants and moods, another for the traits of the whole crop.
 * </ol>
 */
final class MoodNetwork implements AutoCloseable {
    /** Changes whenever its layers or its loss do. */
    static final String VERSION = "mood-network-v1";

    /** Frames of the spectrogram behind a step after the convolutions. */
    static final int FRAMES_A_STEP = 8;

    /** Two steps: with one there is no deviation. */
    static final int SHORTEST_FRAMES = 2 * FRAMES_A_STEP;

    static final int QUADRANTS = Quadrant.values().length;

    /** Logits: the quadrants' first, then the moods'. */
    static final int LOGITS = QUADRANTS + Mood.values().length;

    /** Of a long track, this many crops, evenly spaced, are heard. */
    private static final int MOST_CROPS = 16;

    private static final int FIRST_PITCH_CLASS = NoteGrid.TRAITS - 12;
    private static final int PROFILES = 16;
    private static final int[] TIME = {2};

    private final Block trunk = new SequentialBlock();
    private final Block steps = pointwise();
    private final Block profiles =
            Conv1d.builder().setKernelShape(new Shape(12)).setFilters(PROFILES).build();
    private final Block dropout;
    private final Block moods = Linear.builder().setUnits(LOGITS).build();
    private final Block traits = Linear.builder().setUnits(NoteTraits.COUNT).build();
    private final NDManager manager;
    private final ParameterStore store;
    private final List<Parameter> parameters;

    /** A network with fresh weights, drawn from the engine's random numbers. */
    MoodNetwork(NDManager parent, int channels, float dropoutRate) {
        manager = parent.newSubManager();
        store = new ParameterStore(manager, false);
        dropout = Dropout.builder().optRate(dropoutRate).build();
        convolutions((SequentialBlock) trunk, channels);
        int pooled = 3 * (channels + NoteGrid.TRAITS) + PROFILES;
        initialize(trunk, new Shape(1, LogMel.BANDS, 256));
        initialize(steps, new Shape(1, channels, 32));
        initialize(profiles, new Shape(1, 1, 23));
        initialize(dropout, new Shape(1, pooled));
        initialize(moods, new Shape(1, pooled));
        initialize(traits, new Shape(1, pooled));
        List<Parameter> all = new ArrayList<>();
        for (Block block : List.of(trunk, steps, profiles, moods, traits)) {
            for (Pair<String, Parameter> pair : block.getParameters()) {
                all.add(pair.getValue());
            }
        }
        parameters = List.copyOf(all);
    }

    /** Evenly within one over the root of the inputs, as PyTorch's layers start. */
    private void initialize(Block block, Shape input) {
        block.setInitializer(
                new XavierInitializer(XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.IN, 1),
                Parameter.Type.WEIGHT);
        block.initialize(manager, DataType.FLOAT32, input);
    }

    private static void convolutions(SequentialBlock layers, int channels) {
        convolution(layers, channels, 4, 2);
        convolution(layers, channels, 3, 1);
        layers.add(Pool.maxPool1dBlock(new Shape(2), new Shape(2)));
        convolution(layers, channels, 3, 1);
        layers.add(Pool.maxPool1dBlock(new Shape(2), new Shape(2)));
        convolution(layers, channels, 3, 1);
    }

    private static void convolution(SequentialBlock layers, int channels, int kernel, int stride) {
        layers.add(Conv1d.builder()
                        .setKernelShape(new Shape(kernel))
                        .optStride(new Shape(stride))
                        .optPadding(new Shape(1))
                        .setFilters(channels)
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().optMomentum(0.9f).build())
                .addSingleton(x -> x.getNDArrayInternal().relu());
    }

    private static Block pointwise() {
        return Conv1d.builder()
                .setKernelShape(new Shape(1))
                .setFilters(NoteGrid.TRAITS)
                .build();
    }

    /**
     * What the network says of crops.
     *
     * @param logits {@code (crops, LOGITS)}
     * @param traits {@code (crops, NoteTraits.COUNT)}
     * @param steps {@code (crops, NoteGrid.TRAITS, frames / FRAMES_A_STEP)}
     */
    record Heard(NDArray logits, NDArray traits, NDArray steps) {}

    /** Whether a pass is one that learns: then batch statistics and dropout are in force. */
    enum Pass {
        LEARNING,
        JUDGING
    }

    /** Hears {@code (crops, frames, bands)}. */
    Heard hear(NDArray crops, Pass pass) {
        NDArray x = forward(trunk, crops.transpose(0, 2, 1), pass);
        NDArray played = forward(steps, x, pass);
        NDArray all = NDArrays.concat(new NDList(x, played), 1);
        NDArray mean = all.mean(TIME);
        NDArray deviation =
                all.sub(mean.expandDims(2)).square().mean(TIME).add(1e-4f).sqrt();
        NDArray pooled = NDArrays.concat(new NDList(mean, all.max(TIME), deviation, tonality(played, pass)), 1);
        return new Heard(forward(moods, forward(dropout, pooled, pass), pass), forward(traits, pooled, pass), played);
    }

    /** The circle of pitch classes is laid out once and all but once again, so that each profile meets each tonic. */
    private NDArray tonality(NDArray played, Pass pass) {
        NDArray classes =
                played.get(new NDIndex(":, " + FIRST_PITCH_CLASS + ":")).mean(TIME);
        NDArray centred = classes.sub(classes.mean(new int[] {1}, true));
        NDArray twice = NDArrays.concat(new NDList(centred, centred.get(new NDIndex(":, 0:11"))), 1);
        return forward(profiles, twice.expandDims(1), pass).max(TIME);
    }

    private NDArray forward(Block block, NDArray input, Pass pass) {
        return block.forward(store, new NDList(input), pass == Pass.LEARNING).singletonOrThrow();
    }

    /** The mean logits over crops that cover the clip: {@link #LOGITS} numbers. */
    float[] judge(LogMel clip, int frames) {
        float[] crops = Crops.covering(clip, frames, MOST_CROPS);
        int count = crops.length / (frames * LogMel.BANDS);
        try (NDManager scratch = manager.newSubManager()) {
            NDArray x = scratch.create(crops, new Shape(count, frames, LogMel.BANDS));
            return hear(x, Pass.JUDGING).logits().mean(new int[] {0}).toFloatArray();
        }
    }

    /** Everything that makes the network what it is, running statistics included, in a fixed order. */
    List<Parameter> parameters() {
        return parameters;
    }

    /** A copy of the values of {@link #parameters()}. */
    List<float[]> values() {
        List<float[]> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            values.add(parameter.getArray().toFloatArray());
        }
        return values;
    }

    /**
     * Takes over the values, in the order of {@link #parameters()}.
     *
     * @throws IllegalArgumentException when they are of a network of another shape
     */
    void set(List<float[]> values) {
        Weights.copy(values, values());
        for (int i = 0; i < values.size(); i++) {
            parameters.get(i).getArray().set(FloatBuffer.wrap(values.get(i)));
        }
    }

    /** The values in the engine's own form of arrays. */
    byte[] encode() {
        return new NDList(parameters.stream().map(Parameter::getArray).toList()).encode();
    }

    /** How many numbers were learnt. */
    long size() {
        return parameters.stream()
                .filter(Parameter::requiresGradient)
                .mapToLong(p -> p.getArray().size())
                .sum();
    }

    @Override
    public void close() {
        manager.close();
    }
}
