package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/**
 * What a batch is trained on, and how far the network is from it: cross-entropy of the quadrants, binary cross-entropy
 * of the moods, and Huber's error of what is played, each the mean over what is known. What no source speaks of has no
 * weight.
 */
final class MoodLoss {
    private static final float MOOD_WEIGHT = 0.5f;
    private static final float STEP_WEIGHT = 3;
    private static final int MOODS = Mood.values().length;

    private final float labelSmoothing;
    private final float playedWeight;
    private final int stepCount;
    private final Part quadrants;
    private final Part moods;
    private final Part traits;
    private final Part steps;

    /**
     * @param frames of a crop
     * @param labelSmoothing share of a quadrant's label given to all evenly
     * @param playedWeight weight of the whole crop's traits; that of the steps is three times it
     */
    MoodLoss(int batch, int frames, float labelSmoothing, float playedWeight) {
        this.labelSmoothing = labelSmoothing;
        this.playedWeight = playedWeight;
        stepCount = frames / MoodNetwork.FRAMES_A_STEP;
        quadrants = new Part(new Shape(batch, MoodNetwork.QUADRANTS));
        moods = new Part(new Shape(batch, MOODS));
        traits = new Part(new Shape(batch, NoteTraits.COUNT));
        steps = new Part(new Shape(batch, NoteGrid.TRAITS, stepCount));
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

    /** Says what is known of the mood of a crop. */
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

    /** Says what is played in a crop. */
    void know(int row, float[] wholeCrop, NoteGrid grid, Augmentation.Cut cut) {
        for (int k = 0; k < wholeCrop.length; k++) {
            traits.set(row * NoteTraits.COUNT + k, wholeCrop[k]);
        }
        if (!grid.isEmpty()) {
            grid.describe(
                    cut,
                    stepCount,
                    (step, trait, value) -> steps.set((row * NoteGrid.TRAITS + trait) * stepCount + step, value));
        }
    }

    /** The loss of a batch. */
    NDArray of(MoodNetwork.Heard heard) {
        NDManager manager = heard.logits().getManager();
        NDArray logShares =
                heard.logits().get(new NDIndex(":, 0:" + MoodNetwork.QUADRANTS)).logSoftmax(1);
        // Each of the four columns counts as known: the sum over them is a row's loss.
        NDArray quadrantLoss =
                quadrants.mean(logShares.mul(quadrants.targets(manager))).mul(-MoodNetwork.QUADRANTS);
        NDArray z = heard.logits().get(new NDIndex(":, " + MoodNetwork.QUADRANTS + ":"));
        NDArray crossEntropy = z.getNDArrayInternal()
                .relu()
                .sub(z.mul(moods.targets(manager)))
                .add(z.abs().neg().exp().add(1).log());
        NDArray loss = quadrantLoss.add(moods.mean(crossEntropy).mul(MOOD_WEIGHT));
        if (playedWeight == 0 || traits.knownCount + steps.knownCount == 0) {
            return loss;
        }
        NDArray ofSteps = steps.mean(huber(heard.steps().sub(steps.targets(manager))));
        NDArray ofTraits = traits.mean(huber(heard.traits().sub(traits.targets(manager))));
        return loss.add(ofTraits.add(ofSteps.mul(STEP_WEIGHT)).mul(playedWeight));
    }

    /** Half the square up to one, the distance less a half beyond. */
    private static NDArray huber(NDArray error) {
        NDArray distance = error.abs();
        return distance.minimum(1).square().mul(0.5f).add(distance.maximum(1)).sub(1);
    }
}
