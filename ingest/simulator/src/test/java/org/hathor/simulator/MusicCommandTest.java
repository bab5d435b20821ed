package org.hathor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class MusicCommandTest {
    private final StringWriter err = new StringWriter();

    private int run(String... options) {
        String[] arguments =
                Stream.concat(Stream.of("music"), Stream.of(options)).toArray(String[]::new);
        return new CommandLine(new SimulatorMain())
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void piecesAreWrittenWithTheirTruthAndASecondRunLeavesThemAlone(@TempDir Path folder)
            throws IOException, UnsupportedAudioFileException {
        Path out = folder.resolve("music");
        String[] options = {"--seed", "5", "--count", "2", "--seconds", "6", "--rate", "22050", "--out", out.toString()
        };

        assertThat(run(options)).isZero();
        assertThat(names(out)).containsExactly("piece-5.json", "piece-5.wav", "piece-6.json", "piece-6.wav");
        AudioFileFormat format =
                AudioSystem.getAudioFileFormat(out.resolve("piece-5.wav").toFile());
        assertThat(format.getFrameLength()).isEqualTo(6 * 22_050);
        assertThat(format.getFormat().getChannels()).isEqualTo(2);
        assertThat(format.getFormat().getSampleSizeInBits()).isEqualTo(16);
        JsonNode truth = new ObjectMapper().readTree(out.resolve("piece-5.json").toFile());
        assertThat(truth.path("tempoBpm").asDouble()).isBetween(60.0, 200.0);
        assertThat(truth.path("beats").size()).isPositive();
        assertThat(truth.path("onsets").size()).isPositive();
        assertThat(truth.path("melodyF0").size()).isEqualTo(601);
        assertThat(err.toString()).contains("2 of 2");

        Path file = out.resolve("piece-6.wav");
        var written = Files.getLastModifiedTime(file);
        assertThat(run(options)).isZero();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void aFileThatHoldsSomethingElseStopsTheCommandAndStaysAsItIs(@TempDir Path folder) throws IOException {
        Path mine = Files.writeString(folder.resolve("piece-1.wav"), "mine");

        assertThat(run("--seconds", "5", "--rate", "8000", "--out", folder.toString()))
                .isEqualTo(1);
        assertThat(mine).hasContent("mine");
        assertThat(err.toString()).contains("--out").contains("piece-1.wav");
        assertThat(names(folder)).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void stemsStandBesideTheirMix(@TempDir Path folder) throws IOException {
        assertThat(run("--seconds", "5", "--rate", "8000", "--stems", "--out", folder.toString()))
                .isZero();
        assertThat(names(folder))
                .containsExactly(
                        "piece-1.bass.wav",
                        "piece-1.drums.wav",
                        "piece-1.json",
                        "piece-1.other.wav",
                        "piece-1.voice.wav",
                        "piece-1.wav");
    }

    @Test
    void theCatalogueOfAWorldCanBeHeard(@TempDir Path folder) throws IOException {
        assertThat(run(
                        "--catalogue",
                        "--count",
                        "3",
                        "--seed",
                        "4",
                        "--users",
                        "5",
                        "--artists",
                        "2",
                        "--tracks",
                        "10",
                        "--seconds",
                        "5",
                        "--rate",
                        "8000",
                        "--out",
                        folder.toString()))
                .isZero();
        List<String> expected = World.of(SimulationConfig.of(4, 5, 2, 10)).trackIds().stream()
                .limit(3)
                .map(id -> id + ".wav")
                .sorted()
                .toList();
        assertThat(names(folder)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"--count,0", "--seconds,4", "--seconds,NaN", "--rate,100", "--count,many"})
    void aWrongOptionIsNamed(String option, String value, @TempDir Path folder) throws IOException {
        assertThat(run("--out", folder.toString(), option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(option);
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void aWorldThatCannotBeIsNamedToo(@TempDir Path folder) {
        assertThat(run("--catalogue", "--artists", "9", "--tracks", "3", "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--tracks");
    }

    @Test
    void aFileIsNoFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThat(run("--out", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--out").contains("not a folder");
    }
}
