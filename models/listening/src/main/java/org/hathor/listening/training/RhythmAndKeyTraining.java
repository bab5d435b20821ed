package org.hathor.listening.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hathor.audio.choice.Choice;
import org.hathor.audio.choice.ChoiceModel;
import org.hathor.audio.choice.ChoiceTrainer;
import org.hathor.simulator.music.Composer;
import org.hathor.simulator.music.PieceSpec;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the two models that read beat and key, and writes them where the audio module keeps them. The same pieces and
 * settings give the same files. The benchmark's pieces have the seeds 0 to {@value #FIRST_SEED_ALLOWED} less one, and
 * are never learnt from.
 */
@Command(
        name = "train-rhythm-and-key",
        mixinStandardHelpOptions = true,
        description = "Train the models of tempo, beat and key on generated pieces.")
public final class RhythmAndKeyTraining implements Callable<Integer> {
    private static final long FIRST_SEED_ALLOWED = 10_000;
    private static final int PIECES_PER_UNMUSICAL_SOUND = 10;
    private static final ChoiceTrainer.Settings PULSE = new ChoiceTrainer.Settings(24, 30, 16, 0.005, 0.02, 1);
    private static final ChoiceTrainer.Settings KEY = new ChoiceTrainer.Settings(0, 30, 16, 0.005, 0.02, 1);

    @Option(names = "--pieces", description = "Pieces to learn from (default: ${DEFAULT-VALUE}).")
    private int pieces = 1500;

    @Option(names = "--held-out", description = "Pieces to choose the best epoch by (default: ${DEFAULT-VALUE}).")
    private int heldOut = 300;

    @Option(names = "--first-seed", description = "Seed of the first piece (default: ${DEFAULT-VALUE}).")
    private long firstSeed = 100_000;

    @Option(names = "--into", description = "Where the audio module's resources lie (default: ${DEFAULT-VALUE}).")
    private Path into = Path.of("models/audio/src/main/resources/org/hathor/audio");

    /** Runs the command line. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new RhythmAndKeyTraining()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (firstSeed < FIRST_SEED_ALLOWED) {
            throw new IllegalArgumentException("seeds below " + FIRST_SEED_ALLOWED + " are the benchmark's");
        }
        List<Lesson> learnt = lessons(firstSeed, pieces);
        List<Lesson> judged = lessons(firstSeed + pieces, heldOut);
        write(train(learnt, judged, Lesson::pulse, PULSE), into.resolve("rhythm/pulse-model.json"));
        write(train(learnt, judged, Lesson::key, KEY), into.resolve("tonality/key-model.json"));
        return 0;
    }

    private static List<Lesson> lessons(long first, int count) {
        AtomicInteger done = new AtomicInteger();
        int sounds = count / PIECES_PER_UNMUSICAL_SOUND;
        return IntStream.range(0, count + sounds)
                .parallel()
                .mapToObj(i -> {
                    Lesson lesson = i < count
                            ? Lesson.of(Composer.compose(PieceSpec.random(first + i)))
                            : Lesson.ofNone(Unmusical.sound(first + i));
                    int so = done.incrementAndGet();
                    if (so % 50 == 0) {
                        System.err.printf("%d of %d recordings heard%n", so, count + sounds);
                    }
                    return lesson;
                })
                .toList();
    }

    private ChoiceModel train(
            List<Lesson> learnt, List<Lesson> judged, Function<Lesson, Choice> about, ChoiceTrainer.Settings settings) {
        List<Choice> choices = usable(learnt, about);
        List<Choice> held = usable(judged, about);
        ChoiceModel model = new ChoiceTrainer(choices, held, settings).train(Map.of());
        long right = held.stream().filter(choice -> right(model, choice)).count();
        Map<String, String> card = new TreeMap<>();
        card.put(
                "trained on",
                "generated pieces of 30 s, seeds %d to %d, and %d unmusical sounds"
                        .formatted(firstSeed, firstSeed + pieces - 1, pieces / PIECES_PER_UNMUSICAL_SOUND));
        card.put(
                "held out", "seeds %d to %d, likewise".formatted(firstSeed + pieces, firstSeed + pieces + heldOut - 1));
        card.put("settings", settings.toString());
        card.put(
                "right on held out",
                String.format(Locale.ROOT, "%.4f of %d", (double) right / held.size(), held.size()));
        System.err.println(card);
        return new ChoiceModel(card, model.mean(), model.deviation(), model.linear(), model.hidden(), model.output());
    }

    /** All but the pieces among whose hypotheses none is right: there is nothing to be chosen. */
    private static List<Choice> usable(List<Lesson> lessons, Function<Lesson, Choice> about) {
        return lessons.stream()
                .filter(lesson -> about.apply(lesson).answerable() || !lesson.musical())
                .map(about)
                .toList();
    }

    private static boolean right(ChoiceModel model, Choice choice) {
        double[] probabilities = model.probabilities(choice.alternatives());
        double none = 1;
        int best = -1;
        for (int a = 0; a < probabilities.length; a++) {
            none -= probabilities[a];
            best = best < 0 || probabilities[a] > probabilities[best] ? a : best;
        }
        return choice.answerable() ? choice.right()[best] : best < 0 || none > 0.5;
    }

    private static void write(ChoiceModel model, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, model.toJson() + "\n");
        System.err.println("written: " + file);
    }
}
