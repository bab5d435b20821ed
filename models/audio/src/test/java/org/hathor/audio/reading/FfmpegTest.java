package org.hathor.audio.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTest {
    @TempDir
    Path cache;

    @Test
    void manyThatUnpackAtOnceShareOneCopy() throws Exception {
        Set<Path> executables = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> Ffmpeg.bundled(cache).executable())
                .collect(Collectors.toSet());
        assertThat(executables).hasSize(1);
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).containsExactly(executables.iterator().next().getParent());
        }
        Path file = cache.resolve("tone.wav");
        new AudioWriter(Ffmpeg.bundled(cache)).write(RecordingMaker.tones(1, 22_050, 1), file, AudioEncoding.WAV);
        assertThat(file).hasSize(44 + 2 * 22_050 + 34);
    }

    @Test
    void anExecutableThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Ffmpeg(cache.resolve("ffmpeg")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no executable");
    }
}
