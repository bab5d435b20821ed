package org.hathor.mood;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a mood network is trained. The same settings, clips and build give the same network on a processor with one
 * thread ({@code OMP_NUM_THREADS=1}).
 *
 * @param seed of the first weights, the order of the clips, the crops and their alterations
 * @param epochs most passes over the training clips; the learning rate falls to nothing at the last
 * @param patience epochs without a better validation, once the rate is falling, before training stops early
 * @param batch clips a step
 * @param cropsPerClip crops of each clip an epoch
 * @param frames frames of a crop, {@link LogMelFrontEnd#HOP_LENGTH} samples apart
 * @param channels width of the network
 * @param learningRate the highest, reached after a fifth of all steps (Smith, "Super-convergence", 2018)
 * @param weightDecay of AdamW (Loshchilov and Hutter, ICLR 2019)
 * @param dropout share of the pooled features left out in training
 * @param labelSmoothing share of a quadrant's label given to all four evenly
 * @param playedWeight weight of hearing what is played, beside 1 for the quadrant
 * @param averaging of the weights that are kept: {@code average = averaging × average + (1 - averaging) × weights} at
 *     each step
 * @param augmentation how a crop is altered before the network hears it
 */
public record TrainingSettings(
        long seed,
        int epochs,
        int patience,
        int batch,
        int cropsPerClip,
        int frames,
        int channels,
        float learningRate,
        float weightDecay,
        float dropout,
        float labelSmoothing,
        float playedWeight,
        float averaging,
        Augmentation augmentation) {
    public TrainingSettings {
        if (epochs < 1
                || patience < 1
                || batch < 2
                || cropsPerClip < 1
                || frames < MoodNetwork.SHORTEST_FRAMES
                || channels < 1) {
            throw new IllegalArgumentException(
                    "epochs, patience, cropsPerClip and channels must be at least 1, batch 2, frames "
                            + MoodNetwork.SHORTEST_FRAMES);
        }
        if (!(learningRate > 0)
                || !(weightDecay >= 0)
                || !(playedWeight >= 0)
                || !(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "learningRate must be positive, weightDecay at least 0, labelSmoothing in [0, 1)");
        }
        if (!(dropout >= 0 && dropout < 1) || !(averaging >= 0 && averaging < 1)) {
            throw new IllegalArgumentException("dropout and averaging must lie in [0, 1)");
        }
    }

    /** What the benchmark trains with: some four minutes a network for EMOPIA's thousand clips on one quiet core. */
    public static TrainingSettings standard(long seed) {
        return new TrainingSettings(
                seed, 16, 8, 32, 3, 128, 256, 8e-3f, 1e-2f, 0.3f, 0.1f, 1, 0.98f, Augmentation.standard());
    }

    /** The same with another number of epochs. */
    public TrainingSettings withEpochs(int other) {
        return new TrainingSettings(
                seed,
                other,
                patience,
                batch,
                cropsPerClip,
                frames,
                channels,
                learningRate,
                weightDecay,
                dropout,
                labelSmoothing,
                playedWeight,
                averaging,
                augmentation);
    }

    /** Each setting by its name, for a card. */
    Map<String, String> named() {
        Map<String, String> named = new TreeMap<>();
        for (RecordComponent component : TrainingSettings.class.getRecordComponents()) {
            try {
                named.put(
                        component.getName(),
                        String.valueOf(component.getAccessor().invoke(this)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's parts can be read", e);
            }
        }
        return named;
    }
}
