package org.hathor.batch.mood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobOptions;
import org.hathor.batch.JobReport;
import org.hathor.batch.ModelVersions;
import org.hathor.mood.ClipFeatures;
import org.hathor.mood.Evaluation;
import org.hathor.mood.LabelledClips;
import org.hathor.mood.LabelledFeatures;
import org.hathor.mood.ModelCard;
import org.hathor.mood.MoodClip;
import org.hathor.mood.MoodModel;
import org.hathor.mood.MoodTrainer;
import org.hathor.mood.Promotion;
import org.hathor.mood.SplitClips;
import org.hathor.mood.TrainingSettings;
import org.hathor.warehouse.Warehouse;

/**
 * Trains a mood network on labelled music, judges it on songs it has not heard against a regression of valence and
 * arousal and against the network now shown, and writes network, card and row as one version. Promoted is what beats
 * both.
 *
 * <p>Spectrograms are made by tasks, in parallel, and kept; the network is trained in this process. A version's name is
 * a hash of its clips, labels and settings, so the same inputs make the same version, and one that exists is not made
 * again. A checkpoint is written after every epoch, and a run that was killed goes on from it. Files come first
 * (renamed into place), the version's row last. The network now shown may have learnt from what are test songs here,
 * when songs have been added since; that makes it harder to beat, never easier.
 */
public final class TrainMood implements Job {
    /** The network's name among the models. */
    static final String MODEL = "mood";

    private static final int FOLDS = 5;
    private static final int VERSIONS_KEPT = 3;

    /** Below the data folder: where labelled music is looked for when no option says otherwise. */
    private static final String LABELLED_DEFAULT = "labelled";

    private final Config config;
    private final Consumer<Step> reached;

    /**
     * What to learn from, and how.
     *
     * @param labelled a folder of music with labels beside it; empty for {@code labelled} below the data folder, where
     *     there is one
     * @param emopia a folder with EMOPIA's MIDI files
     * @param settings of the training
     */
    public record Config(Optional<Path> labelled, Optional<Path> emopia, TrainingSettings settings) {
        public Config {
            Objects.requireNonNull(labelled, "labelled is null");
            Objects.requireNonNull(emopia, "emopia is null");
            Objects.requireNonNull(settings, "settings is null");
        }

        public static Config of(JobOptions options) {
            TrainingSettings usual =
                    TrainingSettings.standard(options.integer("seed").orElse(1));
            return new Config(
                    options.text("labelled").map(Path::of),
                    options.text("emopia").map(Path::of),
                    options.integer("epochs").map(usual::withEpochs).orElse(usual));
        }
    }

    /** Points of a run between which it may die. */
    enum Step {
        EPOCH_DONE,
        TRAINED,
        WRITTEN
    }

    public TrainMood(Config config) {
        this(config, step -> {});
    }

    TrainMood(Config config, Consumer<Step> reached) {
        this.config = Objects.requireNonNull(config, "config is null");
        this.reached = Objects.requireNonNull(reached, "reached is null");
    }

    @Override
    public JobReport run(JobContext context) {
        List<LabelledClips> sources = sources(context);
        if (sources.isEmpty()) {
            return JobReport.builder()
                    .figure("trained", false)
                    .line(
                            "There is no labelled music at %s: give --labelled or --emopia.",
                            context.data().resolve(LABELLED_DEFAULT))
                    .ok();
        }
        try (Warehouse warehouse = Warehouse.open(context.endpoints().get().clickhouseJdbcUrl())) {
            warehouse.migrate();
            return run(context, sources, new ModelVersions(warehouse, MODEL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<LabelledClips> sources(JobContext context) {
        List<LabelledClips> sources = new ArrayList<>();
        Path usual = context.data().resolve(LABELLED_DEFAULT);
        boolean nothingNamed = config.labelled().isEmpty() && config.emopia().isEmpty();
        Optional<Path> labelled = nothingNamed && Files.isDirectory(usual) ? Optional.of(usual) : config.labelled();
        labelled.ifPresent(folder -> sources.add(new LabelledFolder(context, folder)));
        config.emopia().ifPresent(folder -> sources.add(new ParallelEmopia(context, folder)));
        return sources;
    }

    private JobReport run(JobContext context, List<LabelledClips> sources, ModelVersions versions)
            throws IOException, InterruptedException {
        List<MoodClip> clips = new ArrayList<>();
        List<ModelCard.TrainedOn> trainedOn = new ArrayList<>();
        for (LabelledClips source : sources) {
            List<MoodClip> found = source.clips();
            clips.addAll(found);
            trainedOn.add(new ModelCard.TrainedOn(source.name(), source.licence(), found.size(), songs(found)));
        }
        SplitClips split = SplitClips.fold(clips, 0, FOLDS, config.settings().seed());
        if (split.training().size() < config.settings().batch() || split.test().isEmpty()) {
            return JobReport.builder()
                    .figure("trained", false)
                    .figure("clips", clips.size())
                    .line(
                            "%,d labelled clips of %,d songs are too few: training alone needs a batch of %d.",
                            clips.size(), songs(clips), config.settings().batch())
                    .ok();
        }
        MoodTrainer trainer = new MoodTrainer(config.settings());
        String version = trainer.version(split);
        MoodFolder folder = new MoodFolder(context.data());
        Optional<ModelCard> before = folder.card(version);
        if (before.isPresent()) {
            boolean rowThere = versions.has(version);
            if (!rowThere) {
                versions.write(entry(before.get(), context));
                folder.finished();
            }
            return MoodReport.ofKnown(before.get(), folder.of(version), rowThere);
        }
        try (MoodModel model = trainer.train(
                split,
                folder.training(version),
                new EpochProgress(context.progress(), () -> reached.accept(Step.EPOCH_DONE)))) {
            reached.accept(Step.TRAINED);
            ModelCard card = judge(context, model, split, trainedOn, current(versions, folder));
            Path written = folder.write(model, card);
            reached.accept(Step.WRITTEN);
            versions.write(entry(card, context));
            folder.finished();
            versions.outdated(VERSIONS_KEPT).forEach(folder::remove);
            return MoodReport.of(card, written);
        }
    }

    private ModelCard judge(
            JobContext context,
            MoodModel model,
            SplitClips split,
            List<ModelCard.TrainedOn> trainedOn,
            Optional<Path> current)
            throws IOException {
        context.progress()
                .phase("judging on %,d clips of other songs"
                        .formatted(split.test().size()));
        Evaluation quality = Evaluation.of(split.test(), clip -> model.predict(clip.logMel()));
        ValenceArousalRegression regression =
                ValenceArousalRegression.fit(context.spark(), LabelledFeatures.of(split.training()));
        Evaluation baseline = Evaluation.of(split.test(), clip -> regression.predict(ClipFeatures.of(clip.logMel())));
        Optional<Evaluation> shown = Optional.empty();
        if (current.isPresent()) {
            try (MoodModel other = MoodModel.load(current.get())) {
                shown = Optional.of(Evaluation.of(split.test(), clip -> other.predict(clip.logMel())));
            }
        }
        return ModelCard.of(
                config.settings(),
                split,
                trainedOn,
                model.vocabulary(),
                quality,
                baseline,
                Promotion.decide(quality, baseline, shown));
    }

    private static ModelVersions.Entry entry(ModelCard card, JobContext context) {
        return new ModelVersions.Entry(card.version(), context.clock().instant(), card.promoted(), card.toJson());
    }

    /** The network now shown, where its files are still there. */
    private static Optional<Path> current(ModelVersions versions, MoodFolder folder) {
        return versions.promoted().map(folder::of).filter(Files::isDirectory);
    }

    private static long songs(List<MoodClip> clips) {
        Set<String> songs = new HashSet<>();
        clips.forEach(clip -> songs.add(clip.song()));
        return songs.size();
    }
}
