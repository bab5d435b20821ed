package org.hathor.listening.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hathor.audio.fingerprint.Fingerprint;
import org.hathor.audio.fingerprint.FingerprintIndex;
import org.hathor.audio.fingerprint.Fingerprinter;
import org.hathor.audio.fingerprint.Match;
import org.hathor.audio.fingerprint.Query;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.audio.reading.UnreadableAudioException;
import org.hathor.simulator.music.Composer;
import org.hathor.simulator.music.PieceSpec;
import org.hathor.simulator.music.Synthesizer;

/**
 * Queries of 5 s among generated pieces and every real recording there is, under noise, coding and changed speed; and
 * queries whose track is not there. The settings were chosen on pieces of other seeds.
 */
public final class FingerprintBench implements Bench {
    private static final int PIECES = 2_000;
    private static final int QUERIES = 1_500;
    private static final int QUERIES_A_RECORDING = 2;
    private static final int STRANGERS = 2_000;
    private static final int CROWD = 24;
    private static final long FIRST_SEED = 13_100_000;
    private static final long FIRST_STRANGER = 13_200_000;
    private static final long FIRST_OF_CROWD = 13_300_000;
    private static final int RATE = 22_050;
    private static final int LENGTH = 5 * RATE;

    /** What is quieter than -60 dBFS for 5 s is no music to ask for. */
    private static final double POWER_MIN = 1e-6;

    /** Folders of the data that hold recordings. */
    private static final List<String> RECORDINGS =
            List.of("audio-librosa", "audio-madmom", "karaoke-ultrastar-cc", "vocadito");

    @Override
    public String name() {
        return "fingerprint";
    }

    @Override
    public String about() {
        return "5 s queries among 2,000 pieces and all recordings, under noise, coding and other speeds";
    }

    @Override
    public Table run(BenchContext context) throws IOException {
        Map<String, float[]> recordings = recordings(context);
        FingerprintIndex index = new FingerprintIndex();
        FingerprintCost cost = new FingerprintCost();
        fill(index, recordings, cost, context.progress());
        List<float[]> crowd = IntStream.range(0, CROWD)
                .mapToObj(i -> piece(FIRST_OF_CROWD + i))
                .toList();
        Map<Condition, FingerprintTally> tallies = new LinkedHashMap<>();
        conditions(crowd, context.scratch()).forEach(condition -> tallies.put(condition, new FingerprintTally()));
        ask(index, recordings, tallies, cost, context.progress());
        return Table.of(name(), lines(index, tallies, cost, recordings));
    }

    /** A condition with the share of queries that must be found under it; 0 for none. */
    private record Condition(String name, double foundMin, Distortion distortion) {}

    private static List<Condition> conditions(List<float[]> crowd, Path scratch) {
        return List.of(
                new Condition("as recorded", 0, Distortion.none()),
                new Condition("white noise, 10 dB", 0.995, Distortion.white(10)),
                new Condition("pink noise, 10 dB", 0.995, Distortion.pink(10)),
                new Condition("crowd of 8 other pieces, 10 dB", 0.995, Distortion.crowd(crowd, 10)),
                new Condition("white noise, 0 dB", 0.98, Distortion.white(0)),
                new Condition("pink noise, 0 dB", 0.98, Distortion.pink(0)),
                new Condition("crowd of 8 other pieces, 0 dB", 0.98, Distortion.crowd(crowd, 0)),
                new Condition("MP3 of 64 kbit/s", 0.99, Distortion.mp3(64, RATE, scratch)),
                new Condition("2 % faster", 0, Distortion.faster(1.02)),
                new Condition("2 % slower", 0, Distortion.faster(0.98)));
    }

    private static Map<String, float[]> recordings(BenchContext context) throws IOException {
        Map<String, float[]> recordings = new LinkedHashMap<>();
        context.progress().phase("recordings");
        for (String folder : RECORDINGS) {
            Path data = context.data().resolve(folder);
            if (!Files.isDirectory(data)) {
                continue;
            }
            List<Path> files;
            try (Stream<Path> all = Files.walk(data)) {
                files = all.filter(file -> file.toString().matches(".*\\.(mp3|ogg|wav|flac|m4a)"))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                try {
                    recordings.put(
                            file.toString(),
                            AudioReader.standard()
                                    .read(file, AudioFormat.mono(RATE))
                                    .toMono());
                } catch (UnreadableAudioException e) {
                    context.progress().say(e.getMessage());
                }
            }
        }
        return recordings;
    }

    private static void fill(
            FingerprintIndex index, Map<String, float[]> recordings, FingerprintCost cost, Progress progress) {
        progress.phase("index");
        AtomicInteger done = new AtomicInteger();
        List<Fingerprint> pieces = IntStream.range(0, PIECES)
                .parallel()
                .mapToObj(i -> {
                    Fingerprint made = cost.fingerprinted(piece(FIRST_SEED + i), RATE);
                    progress.step(done.incrementAndGet(), PIECES);
                    return made;
                })
                .toList();
        for (int i = 0; i < PIECES; i++) {
            index.add(pieceId(i), pieces.get(i));
        }
        recordings.forEach((id, samples) -> index.add(id, cost.fingerprinted(samples, RATE)));
    }

    private static void ask(
            FingerprintIndex index,
            Map<String, float[]> recordings,
            Map<Condition, FingerprintTally> tallies,
            FingerprintCost cost,
            Progress progress) {
        List<Question> questions = new ArrayList<>();
        Random random = new Random(FIRST_SEED);
        for (int i = 0; i < QUERIES; i++) {
            int track = random.nextInt(PIECES);
            String id = pieceId(track);
            questions.add(new Question(id, id, () -> piece(FIRST_SEED + track), random.nextLong()));
        }
        recordings.forEach((id, samples) -> {
            for (int i = 0; i < QUERIES_A_RECORDING && samples.length > LENGTH * 11 / 10; i++) {
                questions.add(new Question(id, id, () -> samples, random.nextLong()));
            }
        });
        for (int i = 0; i < STRANGERS; i++) {
            long seed = FIRST_STRANGER + i;
            questions.add(new Question(
                    Question.NOT_THERE, "the stranger of seed " + seed, () -> piece(seed), random.nextLong()));
        }
        progress.phase("queries");
        AtomicInteger done = new AtomicInteger();
        questions.stream().parallel().forEach(question -> {
            Random chance = new Random(question.seed());
            float[] excerpt = question.excerpt(LENGTH * 103 / 100, POWER_MIN, chance);
            tallies.forEach((condition, tally) -> {
                float[] heard = condition.distortion().apply(excerpt, chance);
                float[] cut = heard.length > LENGTH ? Arrays.copyOf(heard, LENGTH) : heard;
                long start = System.nanoTime();
                Query asked = new Fingerprinter().query(cut, RATE);
                Optional<Match> answer = index.identify(asked);
                cost.asked(System.nanoTime() - start);
                if (tally.count(question.trackId(), answer)) {
                    progress.say("wrong, %s: %s is taken for %s"
                            .formatted(
                                    condition.name(),
                                    question.source(),
                                    answer.orElseThrow().trackId()));
                }
            });
            progress.step(done.incrementAndGet(), questions.size());
        });
    }

    private static List<Line> lines(
            FingerprintIndex index,
            Map<Condition, FingerprintTally> tallies,
            FingerprintCost cost,
            Map<String, float[]> recordings) {
        List<Line> lines = new ArrayList<>();
        FingerprintTally all = new FingerprintTally();
        tallies.forEach((condition, tally) -> {
            Line line = Line.of("found, " + condition.name())
                    .withOurs(tally.found())
                    .withNote(tally.note());
            lines.add(condition.foundMin() > 0 ? line.withGoal(Goal.atLeast(condition.foundMin())) : line);
            all.add(tally);
        });
        lines.add(Line.of("wrong answers, all conditions")
                .withGoal(Goal.atMost(1e-4))
                .withOurs(all.wrong())
                .withNote(all.wrongNote()));
        double minutes = (PIECES * 30.0
                        + recordings.values().stream().mapToLong(s -> s.length).sum() / (double) RATE)
                / 60;
        lines.add(Line.of("index in memory, kB a minute of audio")
                .withOurs(index.bytes() / 1000.0 / minutes)
                .withNote("%d tracks, %.0f minutes".formatted(index.size(), minutes)));
        lines.add(Line.of("fingerprint stored, kB a minute of audio").withOurs(cost.storedBytes() / 1000.0 / minutes));
        lines.add(Line.of("fingerprinting, times real time, one thread").withOurs(cost.timesRealTime()));
        lines.add(Line.of("query, ms, median")
                .withOurs(cost.queryMillis(0.5))
                .withNote("of 5 s, its peaks and the search, as many at once as there are cores"));
        lines.add(Line.of("query, ms, 95th percentile")
                .withOurs(cost.queryMillis(0.95))
                .withNote("what is not there is asked at thirteen speeds"));
        return lines;
    }

    private static String pieceId(int piece) {
        return "piece-" + piece;
    }

    private static float[] piece(long seed) {
        return Synthesizer.render(Composer.compose(PieceSpec.random(seed)), RATE)
                .mix();
    }
}
