package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;

/**
 * What a batch is trained on, and how far the network is from it: cross-entropy of the quadrants plus binary
 * cross-entropy of the moods, each the mean over what is known. What no source speaks of has no weight.
 */
final class MoodLoss {
    private final float[] quadrants;
    private final float[] quadrantKnown;
    private final float[] moods;
    private final float[] moodKnown;
    private final int batch;

    MoodLoss(List<MoodLabels> labels, float labelSmoothing) {
        int moodCount = Mood.values().length;
        batch = labels.size();
        quadrants = new float[batch * MoodNetwork.QUADRANTS];
        quadrantKnown = new float[batch];
        moods = new float[batch * moodCount];
        moodKnown = new float[batch * moodCount];
        for (int i = 0; i < batch; i++) {
            int clip = i;
            labels.get(i).quadrant().ifPresent(q -> {
                quadrantKnown[clip] = 1;
                for (int k = 0; k < MoodNetwork.QUADRANTS; k++) {
                    quadrants[clip * MoodNetwork.QUADRANTS + k] =
                            labelSmoothing / MoodNetwork.QUADRANTS + (k == q.ordinal() ? 1 - labelSmoothing : 0);
                }
            });
            for (Map.Entry<Mood, Boolean> mood : labels.get(i).moods().entrySet()) {
                int at = i * moodCount + mood.getKey().ordinal();
                moods[at] = mood.getValue() ? 1 : 0;
                moodKnown[at] = 1;
            }
        }
    }

    /** The loss of {@code (batch, 4 + moods)} logits. */
    NDArray of(NDArray logits) {
        NDManager manager = logits.getManager();
        int moodCount = Mood.values().length;
        NDArray targets = manager.create(quadrants, new Shape(batch, MoodNetwork.QUADRANTS));
        NDArray known = manager.create(quadrantKnown, new Shape(batch, 1));
        NDArray logShares =
                logits.get(new NDIndex(":, 0:" + MoodNetwork.QUADRANTS)).logSoftmax(1);
        NDArray quadrantLoss = logShares.mul(targets).mul(known).sum().neg().div(Math.max(1, sum(quadrantKnown)));
        NDArray z = logits.get(new NDIndex(":, " + MoodNetwork.QUADRANTS + ":"));
        NDArray has = manager.create(moods, new Shape(batch, moodCount));
        NDArray mask = manager.create(moodKnown, new Shape(batch, moodCount));
        NDArray each = z.getNDArrayInternal()
                .relu()
                .sub(z.mul(has))
                .add(z.abs().neg().exp().add(1).log());
        return quadrantLoss.add(each.mul(mask).sum().div(Math.max(1, sum(moodKnown))));
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
