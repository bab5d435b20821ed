package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/**
 * What a batch is trained on, and how far the network is from it: cross-entropy of the quadrants, binary cross-entropy
 * of the moods, and the smooth absolute error (Huber's) of the note traits, each the mean over what is known. What no
 * source speaks of has no weight.
 */
final class MoodLoss {
    private static final float MOOD_WEIGHT = 0.5f;
    private static final int MOODS = Mood.values().length;

    private final int batch;
    private final float labelSmoothing;
    private final float traitWeight;
    private final Part quadrants;
    private final Part moods;
    private final Part traits;

    MoodLoss(int batch, float labelSmoothing, float traitWeight) {
        this.batch = batch;
        this.labelSmoothing = labelSmoothing;
        this.traitWeight = traitWeight;
        quadrants = new Part(batch, MoodNetwork.QUADRANTS);
        moods = new Part(batch, MOODS);
        traits = new Part(batch, NoteTraits.COUNT);
    }

    /** What is wanted of some outputs, and which of it is known. */
    private static final class Part {
        final int width;
        final float[] targets;
        final float[] known;
        int knownCount;

        Part(int batch, int width) {
            this.width = width;
            targets = new float[batch * width];
            known = new float[batch * width];
        }

        void set(int row, int column, float target) {
            targets[row * width + column] = target;
            known[row * width + column] = 1;
            knownCount++;
        }

        /** The mean of losses over what is known. */
        NDArray mean(NDArray losses, NDArray mask) {
            return losses.mul(mask).sum().div(Math.max(1, knownCount));
        }
    }

    /** Says what is known of a crop of the batch. */
    void know(int row, MoodLabels labels, float[] noteTraits) {
        labels.quadrant().ifPresent(q -> {
            for (int k = 0; k < MoodNetwork.QUADRANTS; k++) {
                quadrants.set(
                        row, k, labelSmoothing / MoodNetwork.QUADRANTS + (k == q.ordinal() ? 1 - labelSmoothing : 0));
            }
        });
        for (Map.Entry<Mood, Boolean> mood : labels.moods().entrySet()) {
            moods.set(row, mood.getKey().ordinal(), mood.getValue() ? 1 : 0);
        }
        for (int k = 0; k < noteTraits.length; k++) {
            traits.set(row, k, noteTraits[k]);
        }
    }

    /** The loss of {@code (batch, outputs)} raw outputs of the network. */
    NDArray of(NDArray outputs) {
        NDManager manager = outputs.getManager();
        int moodsAt = MoodNetwork.QUADRANTS;
        int traitsAt = moodsAt + MOODS;
        NDArray logShares = outputs.get(new NDIndex(":, 0:" + moodsAt)).logSoftmax(1);
        // Each of the four columns counts as known: the sum over them is a row's loss.
        NDArray loss = quadrants
                .mean(logShares.mul(targets(quadrants, manager)).neg(), mask(quadrants, manager))
                .mul(MoodNetwork.QUADRANTS);
        NDArray z = outputs.get(new NDIndex(":, " + moodsAt + ":" + traitsAt));
        NDArray crossEntropy = z.getNDArrayInternal()
                .relu()
                .sub(z.mul(targets(moods, manager)))
                .add(z.abs().neg().exp().add(1).log());
        loss = loss.add(moods.mean(crossEntropy, mask(moods, manager)).mul(MOOD_WEIGHT));
        NDArray distance = outputs.get(new NDIndex(":, " + traitsAt + ":"))
                .sub(targets(traits, manager))
                .abs();
        NDArray huber =
                distance.minimum(1).square().mul(0.5f).add(distance.maximum(1)).sub(1);
        return loss.add(traits.mean(huber, mask(traits, manager)).mul(traitWeight));
    }

    private NDArray targets(Part part, NDManager manager) {
        return manager.create(part.targets, new Shape(batch, part.width));
    }

    private NDArray mask(Part part, NDManager manager) {
        return manager.create(part.known, new Shape(batch, part.width));
    }
}
