package org.hathor.mood;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
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

    /** The name that a model trained on these clips has: the same settings and clips give the same. */
    public String version(SplitClips clips) {
        return new TrainingFingerprint(settings, clips).hash();
    }

    /**
     * Trains from the training clips, stops by the validation clips, calibrates on them. First the network learns to
     * hear; then, where notes are known, {@link ClipHead} learns to tell moods from what is heard in whole clips. Test
     * clips are not looked at.
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
        String training = version(clips);
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
        private final TrainingStep step;
        private final int stepsPerEpoch;
        private final MoodNetwork judged;
        private final List<float[]> best;
        private int epochs;
        private int bestEpoch;
        private double bestLoss = Double.POSITIVE_INFINITY;

        Run(SplitClips clips, NDManager manager, String training, Path workFolder) {
            this.clips = clips;
            this.manager = manager;
            this.training = training;
            this.workFolder = workFolder;
            seed(0);
            stepsPerEpoch = clips.training().size() * settings.cropsPerClip() / settings.batch();
            step = new TrainingStep(settings, manager, (long) settings.epochs() * stepsPerEpoch);
            judged = new MoodNetwork(manager, settings.channels(), settings.dropout());
            best = step.network().values();
        }

        void resume() throws IOException {
            Checkpoint.read(workFolder, training).ifPresent(checkpoint -> {
                step.network().set(checkpoint.current());
                Weights.copy(checkpoint.average(), step.average());
                Weights.copy(checkpoint.best(), best);
                step.optimizer()
                        .restore(checkpoint.moments(), checkpoint.state().steps());
                epochs = checkpoint.state().epochs();
                bestEpoch = checkpoint.state().bestEpoch();
                bestLoss = checkpoint.state().bestLoss();
            });
        }

        boolean finished() {
            return epochs == settings.epochs() || epochs - Math.max(bestEpoch, risingEpochs()) >= settings.patience();
        }

        /** While the rate rises nothing is settled: those epochs do not try anybody's patience. */
        private int risingEpochs() {
            return (int) Math.ceil(OneCycle.RISING * settings.epochs());
        }

        void epoch(TrainingListener listener) throws IOException {
            SplittableRandom random = seed(epochs + 1);
            List<MoodClip> shuffled = shuffled(random);
            double loss = 0;
            for (int i = 0; i < stepsPerEpoch; i++) {
                int first = i * settings.batch();
                loss += learn(shuffled.subList(first, first + settings.batch()), random);
                listener.stepDone(step.optimizer().steps(), step.steps());
            }
            epochs++;
            judged.set(step.average());
            Judgement judgement = Judgement.of(judged, settings, clips.validation());
            boolean better = judgement.loss() < bestLoss;
            if (better) {
                bestLoss = judgement.loss();
                bestEpoch = epochs;
                Weights.copy(step.average(), best);
            }
            checkpoint();
            listener.epochDone(
                    new EpochReport(epochs, loss / stepsPerEpoch, judgement.loss(), judgement.accuracy(), better));
        }

        /** Every clip once before any comes again. */
        private List<MoodClip> shuffled(SplittableRandom random) {
            List<MoodClip> shuffled = new ArrayList<>();
            for (int i = 0; i < settings.cropsPerClip(); i++) {
                List<MoodClip> once = new ArrayList<>(clips.training());
                Collections.shuffle(once, new Random(random.nextLong()));
                shuffled.addAll(once);
            }
            return shuffled;
        }

        private double learn(List<MoodClip> batch, SplittableRandom random) {
            int cropLength = settings.frames() * LogMel.BANDS;
            float[] crops = new float[batch.size() * cropLength];
            MoodLoss labels = new MoodLoss(batch.size(), settings.labelSmoothing());
            KeyLoss played = new KeyLoss(batch.size(), settings.frames());
            for (int i = 0; i < batch.size(); i++) {
                MoodClip clip = batch.get(i);
                MoodClip over = batch.get(random.nextInt(batch.size()));
                boolean overlaid = random.nextDouble() < settings.augmentation().overlaid()
                        && !clip.notes().isEmpty()
                        && !over.notes().isEmpty();
                PianoRoll roll = crop(clip, random, crops, i * cropLength);
                if (overlaid) {
                    float[] sound = new float[cropLength];
                    roll = roll.with(crop(over, random, sound, 0));
                    Crops.overlay(sound, crops, i * cropLength);
                } else {
                    // What two pieces at once feel like, nobody has said.
                    labels.know(i, clip.labels());
                }
                if (!clip.notes().isEmpty()) {
                    played.know(i, roll);
                }
            }
            return step.take(crops, labels, played);
        }

        private PianoRoll crop(MoodClip clip, SplittableRandom random, float[] out, int offset) {
            Augmentation.Cut cut = settings.augmentation().crop(clip.logMel(), settings.frames(), random, out, offset);
            return PianoRoll.of(clip.notes(), cut, settings.frames());
        }

        private void checkpoint() throws IOException {
            new Checkpoint(
                            new Checkpoint.State(
                                    training, epochs, step.optimizer().steps(), bestEpoch, bestLoss),
                            step.network().values(),
                            step.average(),
                            best,
                            step.optimizer().state())
                    .write(workFolder);
        }

        MoodModel model() {
            judged.set(best);
            seed(settings.epochs() + 1);
            return MoodModel.finished(judged, settings, clips);
        }

        private SplittableRandom seed(int epoch) {
            SplittableRandom random = new SplittableRandom(settings.seed() * 1_000_003 + epoch);
            Engine.getInstance().setRandomSeed(random.nextInt(Integer.MAX_VALUE));
            return random;
        }
    }
}
