package org.hathor.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same numbers as librosa's, where a Python that has it is at hand. */
class LibrosaParityTest {
    private static final Path ROOT = Path.of(System.getProperty("hathor.root", "."));

    /** Differences are held to this share of the value, or of a part of the feature's largest where that is larger. */
    private static final double PARITY = 1e-4;

    private static final double FLOOR = 1e-4;

    /** Of what crosses zero: with a smaller one librosa's single precision does not agree with its double. */
    private static final double FLOOR_OF_COEFFICIENTS = 1e-2;

    @TempDir
    private Path folder;

    @Test
    void everyFeatureIsLibrosas() throws Exception {
        float[] y = Signals.music(8, 9 * Signals.SAMPLE_RATE + 77);
        askLibrosa(y);
        SpectralFeatures ours = SpectralFeatures.of(y, Signals.SAMPLE_RATE);
        Map<String, float[]> features = new LinkedHashMap<>();
        features.put("mel", flat(ours.mel()));
        features.put("mfcc", flat(ours.mfcc()));
        features.put("chroma", flat(ours.chroma()));
        features.put("centroid", ours.shape().centroid());
        features.put("onset_strength", ours.onsetStrength());
        features.put("bandwidth", ours.shape().bandwidth());
        features.put("rolloff", ours.shape().rolloff());
        features.put("flatness", ours.shape().flatness());
        features.put("contrast", flat(ours.contrast()));
        features.put("rms", ours.rms());
        features.put("zero_crossing_rate", ours.zeroCrossingRate());
        features.put("tuning", new float[] {(float) ours.tuning()});

        for (Map.Entry<String, float[]> feature : features.entrySet()) {
            float[] theirs = floats(folder.resolve("found").resolve(feature.getKey() + ".f32"));
            double floor = feature.getKey().equals("mfcc") ? FLOOR_OF_COEFFICIENTS : FLOOR;
            assertThat(feature.getValue()).as(feature.getKey()).hasSameSizeAs(theirs);
            assertThat(largestDifference(feature.getValue(), theirs, floor))
                    .as(feature.getKey())
                    .isLessThanOrEqualTo(PARITY);
        }
    }

    /** What a delta differs by is what float leaves of the coefficients it is taken of. */
    @Test
    void deltasAreLibrosas() throws Exception {
        float[] y = Signals.music(9, 3 * Signals.SAMPLE_RATE);
        askLibrosa(y);
        float[][] mfcc = SpectralFeatures.of(y, Signals.SAMPLE_RATE).mfcc();

        for (int order = 1; order <= 2; order++) {
            float[] theirs = floats(folder.resolve("found").resolve(order == 1 ? "mfcc_delta.f32" : "mfcc_delta2.f32"));
            float[] ours = flat(Deltas.of(mfcc, order));
            assertThat(ours).hasSameSizeAs(theirs);
            for (int i = 0; i < ours.length; i++) {
                assertThat((double) ours[i]).isCloseTo(theirs[i], org.assertj.core.api.Assertions.within(1e-4));
            }
        }
    }

    private void askLibrosa(float[] y) throws IOException, InterruptedException {
        Path python = python();
        assumeTrue(Files.isExecutable(python), "no Python with librosa at " + python);
        Path samples = folder.resolve("y.f32");
        ByteBuffer bytes = ByteBuffer.allocate(y.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(y);
        Files.write(samples, bytes.array());
        Path question = folder.resolve("question.json");
        new ObjectMapper()
                .writeValue(
                        question.toFile(),
                        Map.of(
                                "sampleRate",
                                Signals.SAMPLE_RATE,
                                "signals",
                                List.of(Map.of(
                                        "samples",
                                        samples.toString(),
                                        "folder",
                                        folder.resolve("found").toString()))));
        ProcessBuilder builder = new ProcessBuilder(
                        python.toString(),
                        ROOT.resolve("models/listening/peers/spectrum.py").toString(),
                        question.toString(),
                        folder.resolve("answer.json").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        int status = builder.start().waitFor();
        String log = Files.readString(folder.resolve("log"));
        assumeTrue(status == 0 || !log.contains("ModuleNotFoundError"), "that Python has no librosa: " + python);
        assertThat(status).as(log).isZero();
    }

    private static Path python() {
        String named = System.getenv("HATHOR_PEER_PYTHON");
        return named != null ? Path.of(named) : ROOT.resolve(".hathor/peers/bin/python");
    }

    private static double largestDifference(float[] ours, float[] theirs, double floor) {
        double largest = 0;
        for (float value : theirs) {
            largest = Math.max(largest, Math.abs(value));
        }
        double most = 0;
        for (int i = 0; i < theirs.length; i++) {
            double apart = Math.abs((double) ours[i] - theirs[i]);
            if (apart != 0) {
                most = Math.max(most, apart / Math.max(Math.abs(theirs[i]), floor * largest));
            }
        }
        return most;
    }

    private static float[] floats(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    private static float[] flat(float[][] matrix) {
        float[] flat = new float[matrix.length * matrix[0].length];
        for (int t = 0; t < matrix.length; t++) {
            System.arraycopy(matrix[t], 0, flat, t * matrix[0].length, matrix[0].length);
        }
        return flat;
    }
}
