package org.hathor.listening.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.audio.spectrum.Deltas;
import org.hathor.audio.spectrum.SpectralFeatures;

/**
 * Our spectral features against librosa's: the same numbers, and how much sooner.
 *
 * <p>Both get the same samples. For the numbers librosa is given them in double precision, so that its own rounding is
 * not what differs. For the speed it is called as anybody calls it, feature by feature, in single precision; ours are
 * read from one {@link SpectralFeatures}. Both run on one thread, warmed up; the least processor time of several rounds
 * counts, ours measured before and after librosa's.
 */
public final class SpectrumBench implements Bench {
    private static final int SAMPLE_RATE = 22_050;
    private static final double PARITY = 1e-4;
    private static final double TIMES_FASTER = 20;
    private static final int WARM_UP_ROUNDS = 12;
    private static final int ROUNDS = 5;
    private static final int TIMES_A_ROUND = 10;
    private static final int PEER_ROUNDS = 3;
    private static final List<String> JUDGED = List.of("mel", "mfcc", "chroma", "centroid", "onset_strength");

    /** Each feature as one row of numbers, frame after frame, under the peer's name for it. */
    private static final Map<String, Function<SpectralFeatures, float[]>> FEATURES = features();

    @Override
    public String name() {
        return "spectrum";
    }

    @Override
    public String about() {
        return "mel, MFCC, chroma, centroid and onset strength: parity with librosa, and speed against it";
    }

    @Override
    public Table run(BenchContext context) throws IOException, InterruptedException {
        List<Path> files = Recordings.all(context);
        if (files.isEmpty()) {
            return Table.of(name(), List.of(Line.of("parity and speed").withNote(Recordings.MISSING)));
        }
        List<Line> lines = new ArrayList<>(parity(context, files));
        List<float[]> timed = new ArrayList<>();
        AudioReader reader = AudioReader.standard();
        for (Path file : Recordings.once(context)) {
            timed.add(reader.read(file, AudioFormat.mono(SAMPLE_RATE)).toMono());
        }
        lines.add(speed(context, timed));
        return new Table(name(), "librosa", lines);
    }

    private static List<Line> parity(BenchContext context, List<Path> files) throws IOException, InterruptedException {
        context.progress().phase("reading %d files".formatted(files.size()));
        AudioReader reader = AudioReader.standard();
        List<Map<String, String>> signals = new ArrayList<>();
        for (Path file : files) {
            Path samples = context.scratch().resolve("parity-%d.f32".formatted(signals.size()));
            Float32File.write(
                    samples, reader.read(file, AudioFormat.mono(SAMPLE_RATE)).toMono());
            signals.add(Map.of(
                    "samples", samples.toString(),
                    "folder",
                            samples.resolveSibling("parity-%d".formatted(signals.size()))
                                    .toString()));
            context.progress().step(signals.size(), files.size());
        }
        context.progress().phase("librosa describes them");
        Optional<JsonNode> answer =
                context.peers().ask("spectrum", Map.of("sampleRate", SAMPLE_RATE, "signals", signals));
        if (answer.isEmpty()) {
            return FEATURES.keySet().stream()
                    .map(feature -> line(feature)
                            .withNote("peer not available: " + context.peers().whyNot()))
                    .toList();
        }
        context.progress().phase("comparing");
        Map<String, Difference> differences = new LinkedHashMap<>();
        for (Map<String, String> signal : signals) {
            SpectralFeatures ours = SpectralFeatures.of(Float32File.read(Path.of(signal.get("samples"))), SAMPLE_RATE);
            for (Map.Entry<String, Function<SpectralFeatures, float[]>> feature : FEATURES.entrySet()) {
                Path theirs = Path.of(signal.get("folder"), feature.getKey() + ".f32");
                differences
                        .computeIfAbsent(feature.getKey(), SpectrumBench::difference)
                        .add(feature.getValue().apply(ours), Float32File.read(theirs));
            }
        }
        return differences.entrySet().stream()
                .map(entry -> line(entry.getKey())
                        .withOurs(entry.getValue().relative())
                        .withNote("of the largest value: %s; %d files, %s"
                                .formatted(
                                        Line.figure(entry.getValue().normalised()),
                                        files.size(),
                                        answer.get().get("version").asText())))
                .toList();
    }

    private static Difference difference(String feature) {
        return new Difference(feature.startsWith("mfcc") ? Difference.OF_COEFFICIENTS : Difference.OF_MAGNITUDES);
    }

    private static Line line(String feature) {
        Line line = Line.of("largest relative difference, " + feature.replace('_', ' '));
        return JUDGED.contains(feature) ? line.withGoal(Goal.atMost(PARITY)) : line;
    }

    private static Line speed(BenchContext context, List<float[]> timed) throws IOException, InterruptedException {
        double seconds = timed.stream().mapToLong(y -> y.length).sum() / (double) SAMPLE_RATE;
        List<String> files = new ArrayList<>();
        for (float[] y : timed) {
            Path file = context.scratch().resolve("timed-%d.f32".formatted(files.size()));
            Float32File.write(file, y);
            files.add(file.toString());
        }
        context.progress().phase("ours against the clock");
        CpuTime.least(WARM_UP_ROUNDS, 1, () -> describe(timed));
        double before = CpuTime.least(ROUNDS, TIMES_A_ROUND, () -> describe(timed));
        context.progress().phase("librosa against the clock");
        Optional<JsonNode> answer = context.peers()
                .ask("spectrum", Map.of("sampleRate", SAMPLE_RATE, "timed", files, "rounds", PEER_ROUNDS));
        context.progress().phase("ours once more");
        double ours = Math.min(before, CpuTime.least(ROUNDS, TIMES_A_ROUND, () -> describe(timed)));
        Line line = Line.of("mel + MFCC + chroma + onset strength, × real time")
                .withGoal(Goal.timesThePeer(TIMES_FASTER))
                .withOurs(seconds / ours);
        return answer.map(found -> line.withPeer(seconds / found.get("seconds").asDouble())
                        .withNote("%.0f s of audio, one thread, processor time".formatted(seconds)))
                .orElseGet(() ->
                        line.withNote("peer not available: " + context.peers().whyNot()));
    }

    private static void describe(List<float[]> signals) {
        for (float[] y : signals) {
            SpectralFeatures features = SpectralFeatures.of(y, SAMPLE_RATE);
            int values = features.mel().length
                    + features.mfcc().length
                    + features.chroma().length
                    + features.onsetStrength().length;
            if (values != 4 * features.frames()) {
                throw new IllegalStateException("a feature has lost frames");
            }
        }
    }

    private static Map<String, Function<SpectralFeatures, float[]>> features() {
        Map<String, Function<SpectralFeatures, float[]>> features = new LinkedHashMap<>();
        features.put("mel", found -> flat(found.mel()));
        features.put("mfcc", found -> flat(found.mfcc()));
        features.put("chroma", found -> flat(found.chroma()));
        features.put("centroid", found -> found.shape().centroid());
        features.put("onset_strength", SpectralFeatures::onsetStrength);
        features.put("tuning", found -> new float[] {(float) found.tuning()});
        features.put("bandwidth", found -> found.shape().bandwidth());
        features.put("rolloff", found -> found.shape().rolloff());
        features.put("flatness", found -> found.shape().flatness());
        features.put("contrast", found -> flat(found.contrast()));
        features.put("rms", SpectralFeatures::rms);
        features.put("zero_crossing_rate", SpectralFeatures::zeroCrossingRate);
        features.put("mfcc_delta", found -> flat(Deltas.of(found.mfcc(), 1)));
        features.put("mfcc_delta2", found -> flat(Deltas.of(found.mfcc(), 2)));
        return features;
    }

    private static float[] flat(float[][] matrix) {
        float[] flat = new float[matrix.length * matrix[0].length];
        for (int t = 0; t < matrix.length; t++) {
            System.arraycopy(matrix[t], 0, flat, t * matrix[0].length, matrix[0].length);
        }
        return flat;
    }
}
