package org.hathor.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hathor.audio.Pcm;
import org.hathor.audio.reading.AudioEncoding;
import org.hathor.audio.reading.AudioWriter;
import org.hathor.audio.reading.Ffmpeg;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another implementation of the same recommendations: the filter of the ffmpeg that files are read with. */
class Ebur128ParityTest {
    private static final Ffmpeg FFMPEG = Ffmpeg.bundled();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"44100, 2", "48000, 1", "22050, 2", "96000, 1"})
    void agreesOnTonesAndNoiseOfChangingLevel(int sampleRate, int channels) throws Exception {
        Pcm pcm = phrases(sampleRate, channels);
        Path file = folder.resolve("phrases.wav");
        new AudioWriter(FFMPEG).write(pcm, file, AudioEncoding.WAV_FLOAT);
        String said = ebur128(file);
        Loudness ours = LoudnessMeter.measure(pcm);
        assertThat(ours.integratedLufs()).isCloseTo(last(said, "I"), within(0.05));
        assertThat(ours.rangeLu()).isCloseTo(last(said, "LRA"), within(0.3));
        assertThat(ours.truePeakDbtp()).isCloseTo(20 * Math.log10(last(said, "true_peak")), within(0.3));
    }

    private static Pcm phrases(int sampleRate, int channels) {
        Random random = new Random(8);
        float[][] samples = new float[channels][20 * sampleRate];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < samples[c].length; i++) {
                double seconds = (double) i / sampleRate;
                double level = 0.02 + 0.4 * Math.pow(Math.sin(Math.PI * seconds / 7), 4);
                double tone = Math.sin(2 * Math.PI * (90 + 200 * c) * seconds) + Math.sin(2 * Math.PI * 3000 * seconds);
                samples[c][i] = (float) (level * (tone + 0.2 * random.nextGaussian()));
            }
        }
        return new Pcm(samples, sampleRate);
    }

    private static String ebur128(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        FFMPEG.executable().toString(),
                        "-v",
                        "error",
                        "-nostdin",
                        "-i",
                        "file:" + file,
                        "-af",
                        "ebur128=metadata=1:peak=true,ametadata=mode=print:file=-",
                        "-f",
                        "null",
                        "-")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static double last(String said, String key) {
        return Pattern.compile("lavfi\\.r128\\." + key + "=(-?[0-9.]+)\\n")
                .matcher(said)
                .results()
                .reduce((first, second) -> second)
                .map((MatchResult match) -> Double.parseDouble(match.group(1)))
                .orElseThrow();
    }
}
