package org.hathor.audio.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.hathor.audio.Pcm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged files of every codec: each gives sound samples or a named reason, in time, and leaves nothing running. */
class FuzzTest {
    private static final int MUTANTS = 12;
    private static final ReadingLimits LIMITS = ReadingLimits.standard()
            .withLengthMax(Duration.ofSeconds(60))
            .withCpuMax(Duration.ofSeconds(5))
            .withWaitMax(Duration.ofSeconds(60));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsReadOrRefused(AudioEncoding encoding) throws IOException {
        Path sound = RecordingMaker.write(RecordingMaker.tones(1.2, 44_100, 2), folder, "sound", encoding);
        byte[] bytes = Files.readAllBytes(sound);
        AudioReader reader = new AudioReader(RecordingMaker.FFMPEG, LIMITS);
        Random random = new Random(encoding.ordinal());
        int read = 0;
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Path file = Files.write(folder.resolve("mutant-" + i), mutant(bytes, random, i));
            try {
                Pcm pcm = reader.read(file, AudioFormat.mono(22_050));
                assertThat(pcm.seconds()).isLessThanOrEqualTo(60);
                for (float sample : pcm.channels()[0]) {
                    assertThat(Float.isFinite(sample)).isTrue();
                }
                read++;
            } catch (UnreadableAudioException e) {
                assertThat(e.reason()).isNotNull();
                assertThat(e).hasMessageContaining("mutant-" + i);
                refused++;
            }
        }
        assertThat(read).as("mutants of %s that could be read", encoding).isPositive();
        assertThat(refused).as("mutants of %s that were refused", encoding).isPositive();
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private static byte[] mutant(byte[] original, Random random, int kind) {
        byte[] bytes = original.clone();
        int at = random.nextInt(bytes.length);
        switch (kind % 6) {
            case 0 -> { // a few bytes anywhere
                for (int k = 0; k < 8; k++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
            case 1 -> { // bits of the header
                for (int k = 0; k < 4; k++) {
                    bytes[random.nextInt(Math.min(200, bytes.length))] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length)); // the end is missing
            case 3 -> { // a part is missing
                int length = random.nextInt(bytes.length - at);
                System.arraycopy(original, at + length, bytes, at, bytes.length - at - length);
                bytes = Arrays.copyOf(bytes, bytes.length - length);
            }
            case 4 -> { // a part is noise
                byte[] noise = new byte[Math.min(bytes.length - at, 1 + random.nextInt(5000))];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, noise.length);
            }
            default -> { // four bytes of the header are as large as can be
                int from = random.nextInt(Math.min(200, bytes.length) - 4);
                Arrays.fill(bytes, from, from + 4, (byte) 0xff);
            }
        }
        return bytes;
    }
}
