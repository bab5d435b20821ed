package org.hathor.mood;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Trains a mood network: random altered crops, AdamW with one cycle of the learning rate, a running average of the
 * weights, which is what is judged and kept, and an early stop. After every epoch a checkpoint is written; a training
 * that was killed goes on from it to the same result as if it had not been. It runs on a graphics card where the engine
 * finds one.
 *
 * <p>The engine's random numbers are one sequence a process: train one network at a time.
 */
public final class MoodTrainer {
    private final TrainingSettings settings;

    public MoodTrainer(TrainingSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings is null");
    }

    /**
     * Trains from the training clips, stops by the validation clips, calibrates on them. Test clips are not looked at.
     *
     * @param workFolder where the checkpoint lies; with one of the same settings and clips there, training goes on from
     *     it; deleted at the end
     * @throws IllegalArgumentException when there are fewer training clips than a batch, or no validation clips
     * @throws IOException when the checkpoint cannot be read or written
     */
    public MoodModel train(SplitClips clips, Path workFolder, TrainingListener listener) throws IOException {
        if (clips.training().size() < settings.batch() || clips.validation().isEmpty()) {
            throw new IllegalArgumentException(
                    "training needs at least a batch of %d clips and one to validate on, not %d and %d"
                            .formatted(
                                    settings.batch(),
                                    clips.training().size(),
                                    clips.validation().size()));
        }
        String training = new TrainingFingerprint(settings, clips).hash();
        try (NDManager manager = NDManager.newBaseManager()) {
            Run run = new Run(clips, manager, training, workFolder);
            run.resume();
            while (!run.finished()) {
                run.epoch(listener);
            }
            MoodModel model = run.model();
            Checkpoint.delete(workFolder);
            return model;
        }
    }

    /** One training under way. */
    private final class Run {
        private final SplitClips clips;
        private final NDManager manager;
        private final String training;
        private final Path workFolder;
        private final MoodNetwork network;
        private final MoodNetwork average;
        private final AdamW optimizer;
        private final OneCycle schedule;
        private final int stepsPerEpoch;
        private final List<NDArray> best = new ArrayList<>();
        private int epochs;
        private int bestEpoch;
        private double bestLoss = Double.POSITIVE_INFINITY;

        Run(SplitClips clips, NDManager manager, String training, Path workFolder) {
            this.clips = clips;
            this.manager = manager;
            this.training = training;
            this.workFolder = workFolder;
            seed(0);
            network = new MoodNetwork(manager, settings.channels(), settings.dropout());
            average = new MoodNetwork(manager, settings.channels(), settings.dropout());
            average.set(network.arrays());
            for (NDArray array : network.arrays()) {
                best.add(array.duplicate());
            }
            optimizer = new AdamW(network.parameters(), network.manager(), settings.weightDecay());
            stepsPerEpoch = clips.training().size() / settings.batch();
            schedule = new OneCycle(settings.learningRate(), (long) settings.epochs() * stepsPerEpoch);
        }

        void resume() throws IOException {
            try (NDManager scratch = manager.newSubManager()) {
                Checkpoint.read(workFolder, training, scratch).ifPresent(checkpoint -> {
                    network.set(checkpoint.weights().current());
                    average.set(checkpoint.weights().average());
                    copy(checkpoint.weights().best(), best);
                    optimizer.restore(
                            checkpoint.weights().moments(), checkpoint.state().steps());
                    epochs = checkpoint.state().epochs();
                    bestEpoch = checkpoint.state().bestEpoch();
                    bestLoss = checkpoint.state().bestLoss();
                });
            }
        }

        boolean finished() {
            return epochs == settings.epochs() || epochs - bestEpoch >= settings.patience();
        }

        void epoch(TrainingListener listener) throws IOException {
            SplittableRandom random = seed(epochs + 1);
            List<MoodClip> shuffled = new ArrayList<>(clips.training());
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            double loss = 0;
            for (int step = 0; step < stepsPerEpoch; step++) {
                int first = step * settings.batch();
                loss += step(shuffled.subList(first, first + settings.batch()), random);
                listener.stepDone(optimizer.steps(), schedule.steps());
            }
            epochs++;
            Judgement judgement = Judgement.of(average, settings.frames(), clips.validation());
            boolean better = judgement.loss() < bestLoss;
            if (better) {
                bestLoss = judgement.loss();
                bestEpoch = epochs;
                copy(average.arrays(), best);
            }
            checkpoint();
            listener.epochDone(
                    new EpochReport(epochs, loss / stepsPerEpoch, judgement.loss(), judgement.accuracy(), better));
        }

        private double step(List<MoodClip> batch, SplittableRandom random) {
            int cropLength = settings.frames() * LogMel.BANDS;
            float[] crops = new float[batch.size() * cropLength];
            MoodLoss target = new MoodLoss(batch.size(), settings.labelSmoothing(), settings.traitWeight());
            for (int i = 0; i < batch.size(); i++) {
                MoodClip clip = batch.get(i);
                Augmentation.Cut cut =
                        settings.augmentation().crop(clip.logMel(), settings.frames(), random, crops, i * cropLength);
                target.know(i, clip.labels(), NoteTraits.of(clip.notes(), cut.from(), cut.to(), cut.semitones()));
            }
            float rate = schedule.rate(optimizer.steps());
            try (NDManager scratch = manager.newSubManager()) {
                NDArray x = scratch.create(crops, new Shape(batch.size(), settings.frames(), LogMel.BANDS));
                float loss;
                try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                    NDArray value = target.of(network.logits(x, MoodNetwork.Pass.LEARNING));
                    loss = value.getFloat();
                    gradients.backward(value);
                }
                if (!Float.isFinite(loss)) {
                    throw new IllegalStateException("the loss is no number at step %d; a lower learning rate may help"
                            .formatted(optimizer.steps()));
                }
                optimizer.step(rate, scratch);
                follow(scratch);
                return loss;
            }
        }

        /** The average takes a small step towards the weights. */
        private void follow(NDManager scratch) {
            List<NDArray> from = network.arrays();
            List<NDArray> to = average.arrays();
            for (int i = 0; i < from.size(); i++) {
                NDArray share = from.get(i).mul(1 - settings.averaging());
                share.attach(scratch);
                to.get(i).muli(settings.averaging()).addi(share);
            }
        }

        private void checkpoint() throws IOException {
            new Checkpoint(
                            new Checkpoint.State(training, epochs, optimizer.steps(), bestEpoch, bestLoss),
                            new Checkpoint.Weights(network.arrays(), average.arrays(), best, optimizer.state()))
                    .write(workFolder);
        }

        MoodModel model() {
            average.set(best);
            return MoodModel.calibrated(average, settings, clips);
        }

        private SplittableRandom seed(int epoch) {
            SplittableRandom random = new SplittableRandom(settings.seed() * 1_000_003 + epoch);
            Engine.getInstance().setRandomSeed(random.nextInt(Integer.MAX_VALUE));
            return random;
        }

        private static void copy(List<NDArray> from, List<NDArray> to) {
            for (int i = 0; i < from.size(); i++) {
                from.get(i).copyTo(to.get(i));
            }
        }
    }
}
