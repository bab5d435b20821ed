package org.hathor.mood;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How fast the network learns, on crops of noise: forward, loss, backward, optimiser and average, data made beforehand.
 *
 * @param cropsPerSecond of processor time, all of the process's threads together
 * @param cropsPerSecondWall of the clock
 * @param parameters how many numbers are learnt
 */
public record TrainingSpeed(double cropsPerSecond, double cropsPerSecondWall, long parameters) {
    private static final int WARM_UP = 5;

    /** Takes some steps after a few that do not count. */
    public static TrainingSpeed measure(TrainingSettings settings, int steps) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        Engine.getInstance().setRandomSeed((int) settings.seed());
        float[] crops = new float[settings.batch() * settings.frames() * LogMel.BANDS];
        for (int i = 0; i < crops.length; i++) {
            crops[i] = (float) random.nextDouble(-1, 1);
        }
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (NDManager manager = NDManager.newBaseManager()) {
            KeyLoss played = played(settings);
            TrainingStep step = new TrainingStep(settings, manager, WARM_UP + steps);
            long cpu = 0;
            long wall = 0;
            for (int i = -WARM_UP; i < steps; i++) {
                if (i == 0) {
                    cpu = system.getProcessCpuTime();
                    wall = System.nanoTime();
                }
                step.take(crops, labels(settings, random), played);
            }
            double learnt = 1e9 * steps * settings.batch();
            return new TrainingSpeed(
                    learnt / (system.getProcessCpuTime() - cpu),
                    learnt / (System.nanoTime() - wall),
                    step.network().size());
        }
    }

    private static MoodLoss labels(TrainingSettings settings, SplittableRandom random) {
        MoodLoss labels = new MoodLoss(settings.batch(), settings.labelSmoothing());
        for (int i = 0; i < settings.batch(); i++) {
            labels.know(i, MoodLabels.of(Quadrant.values()[random.nextInt(Quadrant.values().length)]));
        }
        return labels;
    }

    private static KeyLoss played(TrainingSettings settings) {
        KeyLoss played = new KeyLoss(settings.batch(), settings.frames());
        PianoRoll roll =
                PianoRoll.of(List.of(new PlayedNote(0, 1, 60, 64)), new Augmentation.Cut(0, 1, 0), settings.frames());
        for (int i = 0; i < settings.batch(); i++) {
            played.know(i, roll);
        }
        return played;
    }
}
