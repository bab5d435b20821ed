package org.hathor.audio.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same signals through librosa and through ours, with librosa's parameters; skipped where there is no librosa. */
class LibrosaParityTest {
    private static final int RATE = 22_050;
    private static final double FMIN = 65.40639132514966;
    private static final double FMAX = 2093.004522404789;
    private static final PitchSettings SETTINGS = PitchSettings.librosa(RATE, FMIN, FMAX);
    private static final String SCRIPT =
            """
            import sys
            import librosa
            import numpy as np
            for name in sys.argv[4:]:
                path = sys.argv[1] + "/" + name
                y = np.fromfile(path, dtype="<f4")
                fmin, fmax = float(sys.argv[2]), float(sys.argv[3])
                yin = librosa.yin(y, fmin=fmin, fmax=fmax, sr=22050)
                f0, voiced, probability = librosa.pyin(y, fmin=fmin, fmax=fmax, sr=22050, fill_na=None)
                np.concatenate([yin, f0, voiced, probability]).astype("<f4").tofile(path + ".found")
            """;

    @TempDir
    private static Path folder;

    private static final Map<String, float[]> SIGNALS = new LinkedHashMap<>();

    @BeforeAll
    static void ask() throws IOException, InterruptedException {
        Optional<Path> python = python();
        assumeTrue(python.isPresent(), "no librosa: neither HATHOR_PEER_PYTHON nor .hathor/peers/bin/python");
        Random random = new Random(4);
        double[] phase = {0};
        signal("sine", i -> 0.5 * Math.sin(2 * Math.PI * 440 * i / RATE));
        signal("saw", i -> 0.3 * ProbabilisticYinTest.saw(196.0 * i / RATE));
        signal("glide", i -> 0.4 * Math.sin(2 * Math.PI * (phase[0] += 150 * Math.pow(2, 2.0 * i / RATE) / RATE)));
        signal("silence", i -> 0);
        signal("noise", i -> 0.1 * random.nextGaussian());
        signal(
                "voice between silences",
                i -> i % RATE < RATE / 3
                        ? 0
                        : 0.3 * ProbabilisticYinTest.saw(247.0 * i / RATE) + 0.01 * random.nextGaussian());
        List<String> command = new java.util.ArrayList<>(List.of(python.get().toString(), "-c", SCRIPT));
        command.addAll(List.of(folder.toString(), Double.toString(FMIN), Double.toString(FMAX)));
        command.addAll(SIGNALS.keySet());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String log = Files.readString(folder.resolve("log"));
        assumeTrue(!log.contains("ModuleNotFoundError"), () -> "no librosa: " + log);
        assertThat(ended && process.exitValue() == 0).as(log).isTrue();
    }

    @Test
    void yinAgrees() throws IOException {
        for (String name : List.of("sine", "saw", "glide", "noise")) {
            float[] ours = new Yin(SETTINGS).f0(SIGNALS.get(name));
            float[] theirs = found(name, 0);
            assertThat(ours).hasSameSizeAs(theirs);
            int apart = 0;
            for (int t = 0; t < ours.length; t++) {
                apart += Math.abs(cents(ours[t], theirs[t])) > 1 ? 1 : 0;
            }
            assertThat(apart).as("frames of %s apart by more than a cent", name).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void probabilisticYinAgrees() throws IOException {
        for (Map.Entry<String, float[]> signal : SIGNALS.entrySet()) {
            String name = signal.getKey();
            PitchTrack ours = new ProbabilisticYin(SETTINGS).track(signal.getValue());
            float[] frequency = found(name, 1);
            float[] voiced = found(name, 2);
            float[] probability = found(name, 3);
            assertThat(ours.frequency()).hasSameSizeAs(frequency);
            int otherVoicing = 0;
            int otherPitch = 0;
            for (int t = 0; t < frequency.length; t++) {
                assertThat((double) ours.voicedProbability()[t])
                        .as("%s, frame %d", name, t)
                        .isCloseTo(probability[t], within(0.01));
                otherVoicing += ours.voiced()[t] == voiced[t] > 0.5 ? 0 : 1;
                // Half a bin of librosa's is five cents.
                boolean bothVoiced = ours.voiced()[t] && voiced[t] > 0.5;
                otherPitch += bothVoiced && Math.abs(cents(ours.frequency()[t], frequency[t])) > 5.1 ? 1 : 0;
            }
            int few = name.equals("noise") ? frequency.length / 5 : 2;
            assertThat(otherVoicing).as("frames of %s voiced otherwise", name).isLessThanOrEqualTo(few);
            assertThat(otherPitch).as("frames of %s pitched otherwise", name).isLessThanOrEqualTo(few);
        }
    }

    private static void signal(String name, IntToDoubleFunction value) throws IOException {
        float[] signal = new float[3 * RATE / 2];
        ByteBuffer bytes = ByteBuffer.allocate(signal.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < signal.length; i++) {
            signal[i] = (float) value.applyAsDouble(i);
            bytes.putFloat(signal[i]);
        }
        SIGNALS.put(name, signal);
        Files.write(folder.resolve(name), bytes.array());
    }

    /** One of the four rows that the script wrote for a signal. */
    private static float[] found(String name, int row) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".found")))
                .order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES / 4];
        bytes.position(row * values.length * Float.BYTES);
        bytes.asFloatBuffer().get(values);
        return values;
    }

    private static Optional<Path> python() {
        String named = System.getenv("HATHOR_PEER_PYTHON");
        Path python = named != null
                ? Path.of(named)
                : Path.of(System.getProperty("hathor.root", "../.."), ".hathor/peers/bin/python");
        return Optional.of(python).filter(Files::isExecutable);
    }

    private static double cents(double hertz, double reference) {
        return 1200 * Math.log(hertz / reference) / Math.log(2);
    }
}
