package org.hathor.mood;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One step of training: the network hears a batch, is told how far off it is, and moves; the average of its weights
 * follows.
 */
final class TrainingStep {
    private final TrainingSettings settings;
    private final NDManager manager;
    private final MoodNetwork network;
    private final List<float[]> average;
    private final AdamW optimizer;
    private final OneCycle schedule;

    /** @param steps in all, if nothing stops early */
    TrainingStep(TrainingSettings settings, NDManager manager, long steps) {
        this.settings = settings;
        this.manager = manager;
        network = new MoodNetwork(manager, settings.channels(), settings.dropout());
        average = network.values();
        optimizer = new AdamW(network.parameters(), settings.weightDecay());
        schedule = new OneCycle(settings.learningRate(), steps);
    }

    /**
     * Learns from a batch.
     *
     * @param crops {@code batch × frames × bands} values
     * @param labels what is known of their moods
     * @param played what is known of their notes
     * @return the loss before the step
     */
    float take(float[] crops, MoodLoss labels, KeyLoss played) {
        float rate = schedule.rate(optimizer.steps());
        try (NDManager scratch = manager.newSubManager()) {
            int batch = crops.length / (settings.frames() * LogMel.BANDS);
            NDArray x = scratch.create(crops, new Shape(batch, settings.frames(), LogMel.BANDS));
            float loss;
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                MoodNetwork.Heard heard = network.hear(x, MoodNetwork.Pass.LEARNING);
                NDArray value = labels.of(heard.logits());
                if (!played.isEmpty()) {
                    value = value.add(played.of(heard.keys()).mul(settings.playedWeight()));
                }
                loss = value.getFloat();
                gradients.backward(value);
            }
            if (!Float.isFinite(loss)) {
                throw new IllegalStateException(
                        ("the loss is no number at step %d; train again to go on from the last epoch,"
                                        + " with a lower learning rate if it comes back")
                                .formatted(optimizer.steps()));
            }
            optimizer.step(rate);
            Weights.follow(average, current(), settings.averaging());
            return loss;
        }
    }

    /** As {@link MoodNetwork#values}, but what was learnt is at hand: only the running statistics are asked for. */
    private List<float[]> current() {
        Iterator<float[]> learnt = optimizer.values().iterator();
        List<float[]> current = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            current.add(
                    parameter.requiresGradient()
                            ? learnt.next()
                            : parameter.getArray().toFloatArray());
        }
        return current;
    }

    MoodNetwork network() {
        return network;
    }

    /** The running average of the weights: what is judged and kept; not a copy. */
    List<float[]> average() {
        return average;
    }

    AdamW optimizer() {
        return optimizer;
    }

    long steps() {
        return schedule.steps();
    }
}
