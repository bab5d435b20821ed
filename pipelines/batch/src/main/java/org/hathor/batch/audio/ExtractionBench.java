package org.hathor.batch.audio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobReport;
import org.hathor.batch.ProgressLine;
import org.hathor.batch.SparkSessions;

/**
 * How much faster {@code extract-audio-features} is on two cores than one thread of the library over the same files:
 * listing, hashing, decoding, measuring and committing to the lake against decoding and measuring alone, in turns in
 * one process, the median of several rounds. The lake is one of files, without a database.
 */
public final class ExtractionBench {
    private static final double GOAL = 1.7;
    private static final int CORES = 2;
    private static final double SECONDS = 30;

    private final Path scratch;
    private final int tracks;
    private final int rounds;
    private final PrintStream err;

    private ExtractionBench(Path scratch, int tracks, int rounds, PrintStream err) {
        this.scratch = scratch;
        this.tracks = tracks;
        this.rounds = rounds;
        this.err = err;
    }

    /**
     * Runs it and prints a table.
     *
     * @param args {@code --tracks N} of 30 s (default 300; the job has some 5 s of its own, which fewer tracks would
     *     not outweigh), {@code --rounds N} (default 3), {@code --json}; exit status 1 when the goal is missed
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> arguments = Arrays.asList(args);
        Path scratch = Files.createTempDirectory("hathor-extraction-bench");
        Measured measured;
        try {
            measured = new ExtractionBench(
                            scratch, number(arguments, "--tracks", 300), number(arguments, "--rounds", 3), System.err)
                    .run();
        } finally {
            delete(scratch);
        }
        measured.print(System.out, arguments.contains("--json"));
        System.exit(measured.reached() ? 0 : 1);
    }

    /**
     * What was measured.
     *
     * @param oneThread seconds of one thread of the library, round by round
     * @param job seconds of the job on two cores, round by round
     */
    private record Measured(int tracks, List<Double> oneThread, List<Double> job) {
        double ratio() {
            return median(oneThread) / median(job);
        }

        boolean reached() {
            return ratio() >= GOAL;
        }

        void print(PrintStream out, boolean json) throws JsonProcessingException {
            if (json) {
                out.println(new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "bench",
                                "extraction",
                                "tracks",
                                tracks,
                                "secondsOfAudio",
                                tracks * SECONDS,
                                "oneThreadSeconds",
                                oneThread,
                                "jobSeconds",
                                job,
                                "ratio",
                                ratio(),
                                "goal",
                                GOAL,
                                "reached",
                                reached())));
                return;
            }
            double audio = tracks * SECONDS;
            out.printf(
                    "%d tracks of %.0f s, median of %d rounds              seconds  times real time%n",
                    tracks, SECONDS, job.size());
            out.printf(
                    "one thread of the library (decode, measure)     %9.1f  %15.0f%n",
                    median(oneThread), audio / median(oneThread));
            out.printf(
                    "extract-audio-features on %d cores               %9.1f  %15.0f%n",
                    CORES, median(job), audio / median(job));
            out.printf("ratio %.2f, goal %.1f: %s%n", ratio(), GOAL, reached() ? "reached" : "MISSED");
        }
    }

    private Measured run() throws IOException, InterruptedException {
        ProgressLine progress = new ProgressLine("bench extraction", err);
        progress.phase("making %d tracks".formatted(tracks));
        Path music = Files.createDirectories(scratch.resolve("music"));
        for (int i = 0; i < tracks; i++) {
            BenchTrack.write(music.resolve("track-%03d.wav".formatted(i)), i, SECONDS);
        }
        System.setProperty("spark.master", "local[%d]".formatted(CORES));
        Map<String, String> lake = Map.of("warehouse", scratch.resolve("lake").toString());
        List<Double> oneThread = new ArrayList<>();
        List<Double> job = new ArrayList<>();
        try (SparkSession spark = SparkSessions.withCatalog("bench extraction", lake, "hadoop")) {
            JobContext context = new JobContext(
                    spark,
                    () -> {
                        throw new IllegalStateException("a bench has no engines");
                    },
                    scratch,
                    phase -> {},
                    Clock.systemUTC());
            // compiled code on both sides before anything counts
            progress.phase("warming up");
            Path few = linked(music, "warm-up", Math.min(tracks, 10));
            library(few);
            job(context, few);
            for (int round = 1; round <= rounds; round++) {
                progress.phase("round %d of %d: one thread".formatted(round, rounds));
                oneThread.add(library(music));
                progress.phase("round %d of %d: the job on %d cores".formatted(round, rounds, CORES));
                job.add(job(context, linked(music, "round-" + round, tracks)));
            }
        }
        progress.finish();
        return new Measured(tracks, oneThread, job);
    }

    private static double library(Path folder) throws InterruptedException {
        FeatureAnalysis analysis = new FeatureAnalysis();
        long start = System.nanoTime();
        for (AudioObject object : ObjectFolder.music(folder).list().objects()) {
            try {
                analysis.analyse(object);
            } catch (RefusedException e) {
                throw new IllegalStateException(object.object() + " cannot be measured", e);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double job(JobContext context, Path folder) {
        long start = System.nanoTime();
        Job job = new ExtractAudioFeatures(new ExtractAudioFeatures.Config(
                Optional.of(folder), new AnalysisRun.Config(0, 1_000, 1L << 40, AnalysisRun.RefusedBefore.KEEP)));
        JobReport report = job.run(context);
        if (!report.figures().get("analysed").equals(report.figures().get("objects"))) {
            throw new IllegalStateException("not everything was measured: " + report.lines());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The same files under another path, so that the job has not seen them. */
    private Path linked(Path music, String name, int count) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve(name));
        for (AudioObject object : ObjectFolder.music(music).list().objects().subList(0, count)) {
            Files.createLink(folder.resolve(object.object()), object.file());
        }
        return folder;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static int number(List<String> arguments, String name, int otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? otherwise : Integer.parseInt(arguments.get(at + 1));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
