package org.hathor.listening.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hathor.mood.EmopiaClips;
import org.hathor.mood.Evaluation;
import org.hathor.mood.LabelledFeatures;
import org.hathor.mood.LinearBaseline;
import org.hathor.mood.LogMel;
import org.hathor.mood.Mood;
import org.hathor.mood.MoodClip;
import org.hathor.mood.MoodLabels;
import org.hathor.mood.MoodModel;
import org.hathor.mood.MoodTrainer;
import org.hathor.mood.Reliability;
import org.hathor.mood.SplitClips;
import org.hathor.mood.TrainingListener;
import org.hathor.mood.TrainingSettings;
import org.hathor.mood.TrainingSpeed;

/**
 * The mood network: how often it names EMOPIA's quadrant, how far its probabilities can be believed, and how fast it
 * learns beside the same network in PyTorch. Five networks with five seeds are trained, each tested on a fifth of the
 * songs that it has not heard; together they are tested on every clip once.
 */
public final class MoodBench implements Bench {
    private static final int FOLDS = 5;
    private static final long SONG_SHUFFLE = 2_026;
    private static final int SPEED_STEPS = 60;
    private static final double BASELINE_PENALTY = 0.05;
    private static final int BY_CHANCE_DRAWS = 200;

    /** Read by the engine when it starts: one thread, as the peer has, and so that a seed gives one network. */
    private static final Map<String, String> ENGINE = Map.of(
            "ai.djl.offline", "true",
            "ai.djl.opt_out_tracking", "true",
            "ai.djl.pytorch.num_threads", "1");

    @Override
    public String name() {
        return "mood";
    }

    @Override
    public String about() {
        return "EMOPIA's quadrants by song, calibration, and training speed against PyTorch from Python";
    }

    @Override
    public Table run(BenchContext context) throws IOException, InterruptedException {
        ENGINE.forEach(System::setProperty);
        List<Line> lines = new ArrayList<>();
        Optional<JsonNode> peer = speed(context, lines);
        quadrants(context, lines);
        return new Table(
                name(), peer.map(p -> "PyTorch " + p.get("version").asText()).orElse(""), lines);
    }

    private static Optional<JsonNode> speed(BenchContext context, List<Line> lines)
            throws IOException, InterruptedException {
        TrainingSettings settings = TrainingSettings.standard(1);
        context.progress().phase("training speed, PyTorch from Python");
        Optional<JsonNode> peer = context.peers()
                .ask(
                        "mood_train",
                        Map.of(
                                "batch", settings.batch(),
                                "frames", settings.frames(),
                                "bands", LogMel.BANDS,
                                "channels", settings.channels(),
                                "moods", Mood.values().length,
                                "dropout", settings.dropout(),
                                "learningRate", settings.learningRate(),
                                "weightDecay", settings.weightDecay(),
                                "averaging", settings.averaging(),
                                "steps", SPEED_STEPS));
        context.progress().phase("training speed");
        TrainingSpeed.measure(settings, SPEED_STEPS);
        TrainingSpeed ours = TrainingSpeed.measure(settings, SPEED_STEPS);
        Line line = Line.of("crops learnt a second of CPU")
                .withGoal(Goal.timesThePeer(0.9))
                .withOurs(ours.cropsPerSecond())
                .withNote(
                        peer.isPresent()
                                ? "%,d parameters there, %,d here"
                                        .formatted(peer.get().get("parameters").asLong(), ours.parameters())
                                : context.peers().whyNot());
        lines.add(
                peer.map(p -> line.withPeer(p.get("cropsPerSecond").asDouble())).orElse(line));
        return peer;
    }

    private static void quadrants(BenchContext context, List<Line> lines) throws IOException, InterruptedException {
        Line accuracy = Line.of("quadrants right, songs not heard").withGoal(Goal.atLeast(0.68));
        Line calibration = Line.of("calibration error, all test clips").withGoal(Goal.atMost(0.05));
        List<MoodClip> clips;
        try {
            context.progress().phase("rendering EMOPIA, where that was not done before");
            Path cache = context.root().resolve(".hathor/bench");
            clips = new EmopiaClips(context.data().resolve("emopia-midi"), cache, System.getenv()).clips();
        } catch (NoSuchFileException e) {
            lines.add(accuracy.withNote(e.getMessage()));
            lines.add(calibration.withNote(e.getMessage()));
            return;
        }
        List<Evaluation> folds = new ArrayList<>();
        List<Evaluation.Scored> scored = new ArrayList<>();
        List<Evaluation.Scored> linear = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            context.progress().phase("training network %d of %d".formatted(fold + 1, FOLDS));
            SplitClips split = SplitClips.fold(clips, fold, FOLDS, SONG_SHUFFLE);
            List<Evaluation.Scored> answers = answers(context, split, fold);
            folds.add(Evaluation.of(answers));
            scored.addAll(answers);
            linear.addAll(baseline(split));
        }
        Evaluation all = Evaluation.of(scored);
        Evaluation control = Evaluation.of(linear);
        double[] each = folds.stream().mapToDouble(Evaluation::accuracy).toArray();
        double mean = mean(each);
        lines.add(accuracy.withOurs(mean)
                .withNote(String.format(
                        Locale.ROOT,
                        "mean of %d seeds, each another fifth of the songs; ± %.3f",
                        FOLDS,
                        deviation(each))));
        lines.add(against("quadrants right, against a linear model", all.accuracy(), control.accuracy()));
        lines.add(against("valence right, against a linear model", all.valenceRight(), control.valenceRight()));
        lines.add(against("arousal right, against a linear model", all.arousalRight(), control.arousalRight()));
        lines.add(calibration
                .withOurs(all.calibrationError())
                .withNote(String.format(
                        Locale.ROOT,
                        "%d clips, %d bins; a perfectly calibrated model would show %.3f by chance",
                        all.clips(),
                        Reliability.BINS,
                        Reliability.errorByChance(confidences(scored), BY_CHANCE_DRAWS))));
        lines.add(Line.of("calibration error, mean of the seeds")
                .withOurs(mean(
                        folds.stream().mapToDouble(Evaluation::calibrationError).toArray()))
                .withNote("by chance alone about %s, of so few clips each"
                        .formatted(Line.figure(Reliability.errorByChance(
                                confidences(scored.subList(0, folds.get(0).clips())), BY_CHANCE_DRAWS)))));
    }

    private static List<Evaluation.Scored> answers(BenchContext context, SplitClips split, int seed)
            throws IOException {
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepDone(long step, long steps) {
                context.progress().step(step, steps);
            }
        };
        MoodTrainer trainer = new MoodTrainer(TrainingSettings.standard(seed));
        try (MoodModel model =
                trainer.train(split, context.root().resolve(".hathor/bench/mood-fold-" + seed), listener)) {
            return split.test().stream()
                    .map(clip -> new Evaluation.Scored(clip.labels(), model.predict(clip.logMel())))
                    .toList();
        }
    }

    private static List<Evaluation.Scored> baseline(SplitClips split) {
        List<LabelledFeatures> rows = new ArrayList<>(LabelledFeatures.of(split.training()));
        rows.addAll(LabelledFeatures.of(split.validation()));
        LinearBaseline model = LinearBaseline.fit(rows, BASELINE_PENALTY);
        return LabelledFeatures.of(split.test()).stream()
                .map(row -> new Evaluation.Scored(MoodLabels.of(row.quadrant()), model.predict(row.features())))
                .toList();
    }

    private static double[] confidences(List<Evaluation.Scored> scored) {
        return scored.stream()
                .mapToDouble(s -> s.scores().quadrants().get(s.scores().quadrant()))
                .toArray();
    }

    private static Line against(String what, double ours, double control) {
        return Line.of(what)
                .withGoal(Goal.aboveThePeerBy(0))
                .withOurs(ours)
                .withPeer(control)
                .withNote("classical features, logistic regression");
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }
}
