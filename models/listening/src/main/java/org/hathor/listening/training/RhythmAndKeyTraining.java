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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the three models that hear onsets, beat and key, and writes them where the audio module keeps them. The same
 * pieces and settings give the same files. Seeds below {@value #FIRST_SEED_ALLOWED} are the benchmark's and are never
 * learnt from.
 */
@Command(
        name = "train-rhythm-and-key",
        mixinStandardHelpOptions = true,
        description = "Train the models of onsets, beat and key on generated pieces.")
public final class RhythmAndKeyTraining implements Callable<Integer> {
    private static final long FIRST_SEED_ALLOWED = 10_000;
    /** So many pieces to a metronome. */
    private static final int PIECES_PER_METRONOME = 3;
    /** So many pieces to an unmusical sound. */
    private static final int PIECES_PER_UNMUSICAL = 10;

    @Option(names = "--pieces", description = "Pieces to learn from (default: ${DEFAULT-VALUE}).")
    private int pieces = 300;

    @Option(names = "--held-out", description = "Pieces to choose the best epoch by (default: ${DEFAULT-VALUE}).")
    private int heldOut = 90;

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
        train(learnt, judged, Lesson::onsets, new ChoiceTrainer.Settings(10, 64, 0.01, 0.001, 1), "rhythm/onset-model");
        train(learnt, judged, Lesson::pulse, new ChoiceTrainer.Settings(40, 16, 0.01, 0.02, 1), "rhythm/pulse-model");
        train(learnt, judged, Lesson::key, new ChoiceTrainer.Settings(40, 16, 0.01, 0.02, 1), "tonality/key-model");
        return 0;
    }

    private static List<Lesson> lessons(long first, int count) {
        AtomicInteger heard = new AtomicInteger();
        int metronomes = count / PIECES_PER_METRONOME;
        int all = count + metronomes + count / PIECES_PER_UNMUSICAL;
        return IntStream.range(0, all)
                .parallel()
                .mapToObj(i -> {
                    Recording recording = i < count
                            ? Recording.piece(first + i)
                            : i < count + metronomes ? Sounds.metronome(first + i) : Sounds.unmusical(first + i);
                    Lesson lesson = Lesson.of(recording);
                    tell(heard.incrementAndGet(), all);
                    return lesson;
                })
                .toList();
    }

    private static void tell(int heard, int all) {
        if (heard % 50 == 0 || heard == all) {
            System.err.printf("%d of %d recordings heard%n", heard, all);
        }
    }

    private void train(
            List<Lesson> learnt,
            List<Lesson> judged,
            Function<Lesson, List<Choice>> about,
            ChoiceTrainer.Settings settings,
            String name)
            throws IOException {
        List<Choice> choices =
                learnt.stream().flatMap(l -> about.apply(l).stream()).toList();
        List<Choice> held =
                judged.stream().flatMap(l -> about.apply(l).stream()).toList();
        ChoiceModel model = new ChoiceTrainer(choices, held, settings).train();
        long right = held.stream().filter(choice -> answers(model, choice)).count();
        Map<String, String> card = new TreeMap<>();
        card.put("trained on", seeds(firstSeed, pieces));
        card.put("held out", seeds(firstSeed + pieces, heldOut));
        card.put("settings", settings.toString());
        card.put(
                "right on held out",
                String.format(Locale.ROOT, "%.4f of %d", (double) right / held.size(), held.size()));
        Path file = into.resolve(name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, model.with(card).toJson() + "\n");
        System.err.println(file + ": " + card);
    }

    private static String seeds(long first, int count) {
        return "generated pieces of 30 s, seeds %d to %d, and %d metronomes and %d unmusical sounds"
                .formatted(first, first + count - 1, count / PIECES_PER_METRONOME, count / PIECES_PER_UNMUSICAL);
    }

    private static boolean answers(ChoiceModel model, Choice choice) {
        double[] probabilities = model.probabilities(choice.alternatives());
        int best = ChoiceModel.likeliest(probabilities);
        double none = 1;
        for (double probability : probabilities) {
            none -= probability;
        }
        boolean saysNone = best < 0 || none > probabilities[best];
        return choice.answerable() ? !saysNone && choice.right()[best] : saysNone;
    }
}
