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
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.util.Pair;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The network that hears.
 *
 * <ol>
 *   <li>Three convolutions along time over all mel bands at once, each with batch normalisation (bands as channels:
 *       Pons and Serra, "musicnn", 2019).
 *   <li>From each frame, for each of a piano's keys whether it is struck, whether it sounds, and how hard it is struck
 *       ({@link PianoRoll}; as Hawthorne et al., "Onsets and frames", ISMIR 2018).
 *   <li>From the convolutions' mean, largest value and deviation over time, the quadrants and moods: what is left to go
 *       by where no notes are known to learn from. Where they are, {@link ClipHead} says the mood.
 * </ol>
 */
final class MoodNetwork implements AutoCloseable {
    /** Changes whenever its layers or its loss do. */
    static final String VERSION = "mood-network-v2";

    /** With one frame there is no deviation. */
    static final int SHORTEST_FRAMES = 2;

    static final int QUADRANTS = Quadrant.values().length;

    /** Logits: the quadrants' first, then the moods'. */
    static final int LOGITS = QUADRANTS + Mood.values().length;

    /** Of a long track, this many crops, evenly spaced, are heard. */
    private static final int MOST_CROPS = 16;

    private static final int LAYERS = 3;
    private static final int[] TIME = {2};

    private final Block trunk = new SequentialBlock();
    private final Block keys = Conv1d.builder()
            .setKernelShape(new Shape(1))
            .setFilters(PianoRoll.OUTPUTS * PianoRoll.KEYS)
            .build();
    private final Block dropout;
    private final Block moods = Linear.builder().setUnits(LOGITS).build();
    private final NDManager manager;
    private final ParameterStore store;
    private final List<Parameter> parameters;

    /** A network with fresh weights, drawn from the engine's random numbers. */
    MoodNetwork(NDManager parent, int channels, float dropoutRate) {
        manager = parent.newSubManager();
        store = new ParameterStore(manager, false);
        dropout = Dropout.builder().optRate(dropoutRate).build();
        for (int layer = 0; layer < LAYERS; layer++) {
            convolution((SequentialBlock) trunk, channels);
        }
        initialize(trunk, new Shape(1, LogMel.BANDS, 32));
        initialize(keys, new Shape(1, channels, 32));
        initialize(dropout, new Shape(1, 3 * channels));
        initialize(moods, new Shape(1, 3 * channels));
        List<Parameter> all = new ArrayList<>();
        for (Block block : List.of(trunk, keys, moods)) {
            for (Pair<String, Parameter> pair : block.getParameters()) {
                all.add(pair.getValue());
            }
        }
        parameters = List.copyOf(all);
    }

    private void initialize(Block block, Shape input) {
        fresh(block, manager, input);
    }

    /** Evenly within one over the root of the inputs, as PyTorch's layers start. */
    static void fresh(Block block, NDManager manager, Shape input) {
        block.setInitializer(
                new XavierInitializer(XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.IN, 1),
                Parameter.Type.WEIGHT);
        block.initialize(manager, DataType.FLOAT32, input);
    }

    private static void convolution(SequentialBlock layers, int channels) {
        layers.add(Conv1d.builder()
                        .setKernelShape(new Shape(3))
                        .optPadding(new Shape(1))
                        .setFilters(channels)
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().optMomentum(0.9f).build())
                .addSingleton(x -> x.getNDArrayInternal().relu());
    }

    /**
     * What the network says of crops.
     *
     * @param logits {@code (crops, LOGITS)}
     * @param keys {@code (crops, PianoRoll.OUTPUTS × PianoRoll.KEYS, frames)}: logits of being struck, of sounding, and
     *     velocities
     */
    record Heard(NDArray logits, NDArray keys) {}

    /** Whether a pass is one that learns: then batch statistics and dropout are in force. */
    enum Pass {
        LEARNING,
        JUDGING
    }

    /** Hears {@code (crops, frames, bands)}. */
    Heard hear(NDArray crops, Pass pass) {
        NDArray x = forward(trunk, crops.transpose(0, 2, 1), pass);
        NDArray mean = x.mean(TIME);
        NDArray deviation =
                x.sub(mean.expandDims(2)).square().mean(TIME).add(1e-4f).sqrt();
        NDArray pooled = NDArrays.concat(new NDList(mean, x.max(TIME), deviation), 1);
        return new Heard(forward(moods, forward(dropout, pooled, pass), pass), forward(keys, x, pass));
    }

    private NDArray forward(Block block, NDArray input, Pass pass) {
        return block.forward(store, new NDList(input), pass == Pass.LEARNING).singletonOrThrow();
    }

    /** The mean logits over crops that cover the clip: {@link #LOGITS} numbers. */
    float[] judge(LogMel clip, int frames) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray crops = crops(scratch, clip, frames);
            return hear(crops, Pass.JUDGING).logits().mean(new int[] {0}).toFloatArray();
        }
    }

    /** What is played in a clip: all of it, or of a long one crops of {@code frames} frames that cover it evenly. */
    PianoRoll read(LogMel clip, int frames) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray crops = crops(scratch, clip, clip.frames() > MOST_CROPS * frames ? frames : clip.frames());
            return PianoRoll.heard(
                    hear(crops, Pass.JUDGING).keys().toFloatArray(),
                    (int) crops.getShape().get(0),
                    (int) crops.getShape().get(1));
        }
    }

    /** {@link KeyLoss} over a clip whose notes are known, all of it at once. */
    double keyLoss(MoodClip clip) {
        int frames = clip.logMel().frames();
        KeyLoss loss = new KeyLoss(1, frames);
        loss.know(0, PianoRoll.of(clip.notes(), new Augmentation.Cut(0, 1, 0), frames));
        try (NDManager scratch = manager.newSubManager()) {
            return loss.of(hear(crops(scratch, clip.logMel(), frames), Pass.JUDGING)
                            .keys())
                    .getFloat();
        }
    }

    private static NDArray crops(NDManager scratch, LogMel clip, int frames) {
        float[] crops = Crops.covering(clip, frames, MOST_CROPS);
        return scratch.create(crops, new Shape(crops.length / (frames * LogMel.BANDS), frames, LogMel.BANDS));
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
