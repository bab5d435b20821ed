package org.hathor.audio.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.hathor.audio.Pcm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AudioReaderTest {
    private final AudioReader reader = new AudioReader(RecordingMaker.FFMPEG, ReadingLimits.standard());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsReadBack(AudioEncoding encoding) {
        Pcm written = RecordingMaker.tones(3, 48_000, 2);
        Path file = RecordingMaker.write(written, folder, "tones", encoding);

        Pcm read = reader.read(file, AudioFormat.asRecorded());

        assertThat(read.sampleRate()).isEqualTo(48_000);
        assertThat(read.channels()).hasNumberOfRows(2);
        assertThat(read.seconds()).isCloseTo(3, within(0.06));
        assertThat(level(read.channels()[0], 440, 48_000)).isCloseTo(0.5, within(0.03)); // LAME takes 5 % off
        assertThat(level(read.channels()[1], 880, 48_000)).isCloseTo(0.25, within(0.02));
        assertThat(level(read.channels()[0], 880, 48_000)).isLessThan(0.02);
    }

    @Test
    void floatFilesComeBackBitByBit() {
        Pcm written = RecordingMaker.tones(2.345, 22_050, 2);
        Pcm read = reader.read(
                RecordingMaker.write(written, folder, "exact", AudioEncoding.WAV_FLOAT), AudioFormat.stereo(22_050));
        assertThat(read.channels()).isDeepEqualTo(written.channels());
    }

    @ParameterizedTest
    @CsvSource({"8000", "22050", "44100", "96000"})
    void theRateIsTheOneWanted(int sampleRate) {
        Path file = RecordingMaker.write(RecordingMaker.tones(2, 44_100, 1), folder, "rate", AudioEncoding.FLAC);
        Pcm read = reader.read(file, AudioFormat.mono(sampleRate));
        assertThat(read.sampleRate()).isEqualTo(sampleRate);
        assertThat(read.length()).isCloseTo(2 * sampleRate, within(2));
        assertThat(level(read.channels()[0], 440, sampleRate)).isCloseTo(0.5, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({
        // recorded, wanted, channels, left, right: levels of the left tone
        "1, MONO, 1, .5",
        "1, STEREO, 2, .5",
        "1, AS_RECORDED, 1, .5",
        "2, MONO, 1, .25",
        "2, STEREO, 2, .5",
        "2, AS_RECORDED, 2, .5",
        "6, AS_RECORDED, 2, .2",
    })
    void channelsAreMixedWithoutAGainInLevel(int recorded, Channels wanted, int channels, double level) {
        Path file = RecordingMaker.write(RecordingMaker.tones(1, 44_100, recorded), folder, "mix", AudioEncoding.WAV);
        Pcm read = reader.read(file, new AudioFormat(OptionalInt.empty(), wanted));
        assertThat(read.channels()).hasNumberOfRows(channels);
        assertThat(level(read.channels()[0], 440, 44_100)).isCloseTo(level, within(0.01));
        if (channels == 2 && recorded == 1) {
            assertThat(read.channels()[1]).isEqualTo(read.channels()[0]);
        }
    }

    @Test
    void aStreamGivesTheSameSamplesInBlocksOfAnySize() {
        Pcm written = RecordingMaker.tones(2, 22_050, 2);
        Path file = RecordingMaker.write(written, folder, "blocks", AudioEncoding.WAV_FLOAT);
        float[] block = new float[2 * 1237];
        int frames = 0;
        try (PcmStream stream = reader.open(file, AudioFormat.asRecorded())) {
            for (int n = stream.read(block); n > 0; n = stream.read(block)) {
                for (int i = 0; i < n; i++) {
                    assertThat(block[i]).isEqualTo(written.channels()[i % 2][frames + i / 2]);
                }
                frames += n / 2;
            }
            assertThat(stream.read(block)).isEqualTo(-1);
        }
        assertThat(frames).isEqualTo(written.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-i", "-y.wav", "http:x.wav", "concat:a|b.wav", "a:b", "%d.wav", "pipe:0", "Größe 音.wav"})
    void aNameIsNeverParsed(String name) throws Exception {
        Path made = RecordingMaker.write(RecordingMaker.tones(1, 22_050, 1), folder, "plain", AudioEncoding.WAV);
        Path file = Files.move(made, folder.resolve(name));
        assertThat(reader.read(file, AudioFormat.mono(22_050)).seconds()).isEqualTo(1);
        Path line = Files.move(file, folder.resolve("two\nlines.wav"));
        assertThat(reader.read(line, AudioFormat.mono(22_050)).seconds()).isEqualTo(1);
    }

    @Test
    void aStreamLeftEarlyLeavesNoProcess() {
        Path file = RecordingMaker.write(RecordingMaker.tones(60, 44_100, 2), folder, "long", AudioEncoding.FLAC);
        try (PcmStream stream = reader.open(file, AudioFormat.asRecorded())) {
            assertThat(stream.read(new float[1024])).isEqualTo(1024);
            assertThat(ProcessHandle.current().children()).isNotEmpty();
        }
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    /** Amplitude of one frequency, by its correlation with a sine and a cosine over the middle of the signal. */
    private static double level(float[] samples, double hertz, int sampleRate) {
        double sine = 0;
        double cosine = 0;
        int from = samples.length / 4;
        int to = from + (int) (Math.floor(samples.length / 2.0 / sampleRate * hertz) / hertz * sampleRate);
        for (int i = from; i < to; i++) {
            sine += samples[i] * Math.sin(2 * Math.PI * hertz * i / sampleRate);
            cosine += samples[i] * Math.cos(2 * Math.PI * hertz * i / sampleRate);
        }
        return 2 * Math.hypot(sine, cosine) / (to - from);
    }
}
