package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/**
 * How far logits are from the moods of a batch: cross-entropy of the quadrants and half the binary cross-entropy of the
 * moods, each the mean over what is known. What no source speaks of has no weight.
 */
final class MoodLoss {
    private static final float MOOD_WEIGHT = 0.5f;
    private static final int MOODS = Mood.values().length;

    private final float labelSmoothing;
    private final Part quadrants;
    private final Part moods;

    /** @param labelSmoothing share of a quadrant's label given to all evenly */
    MoodLoss(int batch, float labelSmoothing) {
        this.labelSmoothing = labelSmoothing;
        quadrants = new Part(new Shape(batch, MoodNetwork.QUADRANTS));
        moods = new Part(new Shape(batch, MOODS));
    }

    /** What is wanted of some outputs, and which of it is known. */
    private static final class Part {
        private final Shape shape;
        private final float[] targets;
        private final float[] known;
        private int knownCount;

        Part(Shape shape) {
            this.shape = shape;
            targets = new float[(int) shape.size()];
            known = new float[targets.length];
        }

        void set(int index, double target) {
            targets[index] = (float) target;
            known[index] = 1;
            knownCount++;
        }

        NDArray targets(NDManager manager) {
            return manager.create(targets, shape);
        }

        /** The mean of losses over what is known. */
        NDArray mean(NDArray losses) {
            NDArray mask = losses.getManager().create(known, shape);
            return losses.mul(mask).sum().div(Math.max(1, knownCount));
        }
    }

    /** Says what is known of the mood of a row. */
    void know(int row, MoodLabels labels) {
        labels.quadrant().ifPresent(q -> {
            for (int k = 0; k < MoodNetwork.QUADRANTS; k++) {
                quadrants.set(
                        row * MoodNetwork.QUADRANTS + k,
                        labelSmoothing / MoodNetwork.QUADRANTS + (k == q.ordinal() ? 1 - labelSmoothing : 0));
            }
        });
        for (Map.Entry<Mood, Boolean> mood : labels.moods().entrySet()) {
            moods.set(row * MOODS + mood.getKey().ordinal(), mood.getValue() ? 1 : 0);
        }
    }

    /** The loss of {@code (batch, MoodNetwork.LOGITS)}. */
    NDArray of(NDArray logits) {
        NDManager manager = logits.getManager();
        NDArray logShares =
                logits.get(new NDIndex(":, 0:" + MoodNetwork.QUADRANTS)).logSoftmax(1);
        // Each of the four columns counts as known: the sum over them is a row's loss.
        NDArray quadrantLoss =
                quadrants.mean(logShares.mul(quadrants.targets(manager))).mul(-MoodNetwork.QUADRANTS);
        NDArray z = logits.get(new NDIndex(":, " + MoodNetwork.QUADRANTS + ":"));
        NDArray crossEntropy = z.getNDArrayInternal().softPlus().sub(z.mul(moods.targets(manager)));
        return quadrantLoss.add(moods.mean(crossEntropy).mul(MOOD_WEIGHT));
    }
}
