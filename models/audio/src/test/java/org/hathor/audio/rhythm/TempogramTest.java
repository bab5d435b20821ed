package org.hathor.audio.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempogramTest {
    @Property(tries = 40)
    void isTheAutocorrelationOfEachWindowedFrameOverItsLargest(
            @ForAll @IntRange(min = 0, max = 60) int frames,
            @ForAll @IntRange(min = 1, max = 33) int winLength,
            @ForAll long seed) {
        float[] envelope = envelope(frames, seed);
        float[][] tempogram = new Tempogram(winLength).of(envelope);
        assertThat(tempogram).hasDimensions(frames, frames == 0 ? 0 : winLength);
        for (int t = 0; t < frames; t++) {
            double[] expected = naive(envelope, t, winLength);
            for (int lag = 0; lag < winLength; lag++) {
                assertThat(tempogram[t][lag]).isCloseTo((float) expected[lag], within(2e-5f));
            }
        }
    }

    private static double[] naive(float[] envelope, int t, int winLength) {
        double[] frame = new double[winLength];
        int pad = winLength / 2;
        for (int i = 0; i < winLength; i++) {
            int at = t + i - pad;
            double value = at < 0
                    ? envelope[0] * (double) (at + pad) / pad
                    : at >= envelope.length
                            ? envelope[envelope.length - 1] * (double) (pad - 1 - (at - envelope.length)) / pad
                            : envelope[at];
            frame[i] = value * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / winLength));
        }
        double[] correlation = new double[winLength];
        double largest = 0;
        for (int lag = 0; lag < winLength; lag++) {
            for (int i = 0; i + lag < winLength; i++) {
                correlation[lag] += frame[i] * frame[i + lag];
            }
            largest = Math.max(largest, Math.abs(correlation[lag]));
        }
        for (int lag = 0; lag < winLength && largest > 0; lag++) {
            correlation[lag] /= largest;
        }
        return correlation;
    }

    @Test
    void aPulseEveryTenFramesRepeatsAtTen() {
        float[] envelope = new float[500];
        for (int t = 0; t < envelope.length; t += 10) {
            envelope[t] = 1;
        }
        float[] middle = new Tempogram().of(envelope)[250];
        assertThat(middle[10]).isGreaterThan(0.9f);
        assertThat(middle[5]).isCloseTo(0, within(1e-5f));
    }

    @Test
    void silenceIsZero() {
        for (float[] frame : new Tempogram().of(new float[50])) {
            assertThat(frame).containsOnly(0);
        }
    }

    @Test
    void agreesWithLibrosa(@TempDir Path folder) throws IOException, InterruptedException {
        Path python = Optional.ofNullable(System.getenv("HATHOR_PEER_PYTHON"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("hathor.root", "."), ".hathor/peers/bin/python"));
        assumeTrue(Files.isExecutable(python), "no Python with librosa at " + python);
        float[] envelope = envelope(600, 7);
        ByteBuffer bytes = ByteBuffer.allocate(4 * envelope.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(envelope);
        Files.write(folder.resolve("envelope.f32"), bytes.array());
        String script = "import librosa, numpy, sys; e = numpy.fromfile(sys.argv[1] + '/envelope.f32', dtype='<f4');"
                + "librosa.feature.tempogram(onset_envelope=e).T.astype('<f4').tofile(sys.argv[1] + '/tempogram.f32')";
        Process process = new ProcessBuilder(python.toString(), "-c", script, folder.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assumeTrue(process.exitValue() == 0, "this Python has no librosa");
        ByteBuffer answer = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("tempogram.f32")))
                .order(ByteOrder.LITTLE_ENDIAN);
        float[][] ours = new Tempogram().of(envelope);
        for (float[] frame : ours) {
            for (float value : frame) {
                assertThat(value).isCloseTo(answer.getFloat(), within(1e-4f));
            }
        }
        assertThat(answer.hasRemaining()).isFalse();
    }

    private static float[] envelope(int frames, long seed) {
        Random random = new Random(seed);
        float[] envelope = new float[frames];
        for (int t = 0; t < frames; t++) {
            envelope[t] = random.nextFloat() * random.nextFloat();
        }
        return envelope;
    }
}
