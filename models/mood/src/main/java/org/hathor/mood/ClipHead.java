package org.hathor.mood;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What tells a clip's moods from {@link RollTraits} of what was heard in it: several small networks of one hidden
 * layer, whose logits are averaged. A thousand clips are few, so each is kept from learning them by heart: a fifth of
 * its inputs and half of its hidden units are left out at each step.
 */
final class ClipHead {
    private static final int MEMBERS = 8;
    private static final int HIDDEN = 24;
    private static final float INPUT_DROPOUT = 0.2f;
    private static final float HIDDEN_DROPOUT = 0.5f;
    private static final int EPOCHS = 40;
    private static final int BATCH = 64;
    private static final float LEARNING_RATE = 1e-2f;
    private static final float WEIGHT_DECAY = 0.03f;

    /** Beyond this many deviations from the mean a trait tells no more. */
    private static final float FARTHEST = 3;

    private final NDManager manager;
    private final ParameterStore store;
    private final float[] mean = new float[RollTraits.COUNT];
    private final float[] deviation = new float[RollTraits.COUNT];
    private final List<Block> members = new ArrayList<>();

    /**
     * Heads with fresh weights, drawn from the engine's random numbers.
     *
     * @param manager whose arrays they become
     */
    ClipHead(NDManager manager) {
        this.manager = manager;
        store = new ParameterStore(manager, false);
        for (int i = 0; i < MEMBERS; i++) {
            Block member = new SequentialBlock()
                    .add(Dropout.builder().optRate(INPUT_DROPOUT).build())
                    .add(Linear.builder().setUnits(HIDDEN).build())
                    .addSingleton(x -> x.getNDArrayInternal().relu())
                    .add(Dropout.builder().optRate(HIDDEN_DROPOUT).build())
                    .add(Linear.builder().setUnits(MoodNetwork.LOGITS).build());
            MoodNetwork.fresh(member, manager, new Shape(1, RollTraits.COUNT));
            members.add(member);
        }
    }

    /**
     * Learns from scratch.
     *
     * @param traits of each clip
     * @param labels of each clip
     */
    void learn(List<double[]> traits, List<MoodLabels> labels, long seed, float labelSmoothing) {
        for (int k = 0; k < RollTraits.COUNT; k++) {
            int column = k;
            double[] values = traits.stream().mapToDouble(row -> row[column]).toArray();
            mean[k] = (float) Statistics.mean(values);
            deviation[k] = (float) (Statistics.deviation(values) + 1e-6);
        }
        Engine.getInstance().setRandomSeed((int) seed);
        Random random = new Random(seed);
        for (Block member : members) {
            learn(member, traits, labels, random, labelSmoothing);
        }
    }

    private void learn(
            Block member, List<double[]> traits, List<MoodLabels> labels, Random random, float labelSmoothing) {
        int batch = Math.min(BATCH, traits.size());
        int stepsPerEpoch = traits.size() / batch;
        AdamW optimizer = new AdamW(
                member.getParameters().stream().map(pair -> pair.getValue()).toList(), WEIGHT_DECAY);
        OneCycle schedule = new OneCycle(LEARNING_RATE, (long) EPOCHS * stepsPerEpoch);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < traits.size(); i++) {
            order.add(i);
        }
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int i = 0; i < stepsPerEpoch; i++) {
                float[] rows = new float[batch * RollTraits.COUNT];
                MoodLoss loss = new MoodLoss(batch, labelSmoothing);
                for (int row = 0; row < batch; row++) {
                    int clip = order.get(i * batch + row);
                    System.arraycopy(scaled(traits.get(clip)), 0, rows, row * RollTraits.COUNT, RollTraits.COUNT);
                    loss.know(row, labels.get(clip));
                }
                float rate = schedule.rate(optimizer.steps());
                try (NDManager scratch = manager.newSubManager()) {
                    NDArray x = scratch.create(rows, new Shape(batch, RollTraits.COUNT));
                    try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                        gradients.backward(loss.of(forward(member, x, MoodNetwork.Pass.LEARNING)));
                    }
                }
                optimizer.step(rate);
            }
        }
    }

    private NDArray forward(Block member, NDArray rows, MoodNetwork.Pass pass) {
        return member.forward(store, new NDList(rows), pass == MoodNetwork.Pass.LEARNING)
                .singletonOrThrow();
    }

    private float[] scaled(double[] traits) {
        float[] scaled = new float[RollTraits.COUNT];
        for (int k = 0; k < scaled.length; k++) {
            float deviations = ((float) traits[k] - mean[k]) / deviation[k];
            scaled[k] = Math.max(-FARTHEST, Math.min(FARTHEST, deviations));
        }
        return scaled;
    }

    /** The heads' mean logits, {@link MoodNetwork#LOGITS} numbers. */
    float[] judge(double[] traits) {
        float[] mean = new float[MoodNetwork.LOGITS];
        try (NDManager scratch = manager.newSubManager()) {
            NDArray x = scratch.create(scaled(traits), new Shape(1, RollTraits.COUNT));
            for (Block member : members) {
                float[] logits = forward(member, x, MoodNetwork.Pass.JUDGING).toFloatArray();
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += logits[k] / MEMBERS;
                }
            }
        }
        return mean;
    }

    /** Copies of the scaling and of all weights, in a fixed order. */
    List<float[]> values() {
        List<float[]> values = new ArrayList<>(List.of(mean.clone(), deviation.clone()));
        parameters().forEach(parameter -> values.add(parameter.getArray().toFloatArray()));
        return values;
    }

    /**
     * Takes over the values, in the order of {@link #values()}.
     *
     * @throws IllegalArgumentException when they are of heads of another shape
     */
    void set(List<float[]> values) {
        Weights.copy(values, values());
        System.arraycopy(values.get(0), 0, mean, 0, mean.length);
        System.arraycopy(values.get(1), 0, deviation, 0, deviation.length);
        List<Parameter> parameters = parameters();
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).getArray().set(FloatBuffer.wrap(values.get(i + 2)));
        }
    }

    private List<Parameter> parameters() {
        return members.stream()
                .flatMap(member -> member.getParameters().stream())
                .map(pair -> pair.getValue())
                .toList();
    }

    /** How many numbers were learnt. */
    long size() {
        return parameters().stream().mapToLong(p -> p.getArray().size()).sum();
    }
}
