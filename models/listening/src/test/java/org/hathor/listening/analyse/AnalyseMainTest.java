package org.hathor.listening.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.hathor.audio.Pcm;
import org.hathor.audio.reading.AudioEncoding;
import org.hathor.audio.reading.AudioWriter;
import org.hathor.simulator.music.Composer;
import org.hathor.simulator.music.Feel;
import org.hathor.simulator.music.Key;
import org.hathor.simulator.music.Mode;
import org.hathor.simulator.music.PieceSpec;
import org.hathor.simulator.music.Synthesizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AnalyseMainTest {
    @TempDir
    private static Path folder;

    private static Path piece;

    @BeforeAll
    static void write() {
        PieceSpec spec = PieceSpec.random(21)
                .withSeconds(12)
                .withTempo(120)
                .withFeel(Feel.STRAIGHT)
                .withKey(new Key(2, Mode.MAJOR));
        Pcm pcm = Pcm.mono(Synthesizer.render(Composer.compose(spec), 22_050).mix(), 22_050);
        piece = folder.resolve("a <b> & \"piece\".flac");
        AudioWriter.standard().write(pcm, piece, AudioEncoding.FLAC);
    }

    @Test
    void theSummaryNamesWhatAPersonAsksFor() {
        Run run = run(piece.toString());

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("a <b> & \"piece\".flac\n")
                .contains("0:12.0  (FLAC, 22.05 kHz, mono")
                .containsPattern("tempo +(59|60|61|119|120|121)\\.\\d BPM")
                .containsPattern("key +[A-G][♯♭]? (major|minor)")
                .contains("LUFS", "LU ", "dBTP", "beats", "pitch", "energy", "danceability", "acousticness", "valence")
                .contains("No mood model is installed: ./hathor job train-mood trains one.");
    }

    @Test
    void jsonHasEveryFeatureOnOneLine() throws IOException {
        Run run = run("--json", piece.toString());

        assertThat(run.status()).isZero();
        assertThat(run.out().strip().lines()).hasSize(1);
        JsonNode row = new ObjectMapper().readTree(run.out());
        assertThat(row.get("file").asText()).isEqualTo(piece.toString());
        assertThat(row.get("seconds").asDouble()).isCloseTo(12, within(0.01));
        assertThat(row.get("sampleRate").asInt()).isEqualTo(22_050);
        assertThat(row.get("tempo").asDouble()).isPositive();
        assertThat(row.get("integratedLoudness").asDouble()).isBetween(-40.0, 0.0);
        assertThat(row.get("mfccMean")).hasSize(20);
        assertThat(row.get("chromaMean")).hasSize(12);
        assertThat(row.get("beats").size()).isGreaterThan(8);
        assertThat(row.has("moods")).isFalse();
    }

    @Test
    void thePageHasEveryPanelTwiceAndFetchesNothing() throws IOException {
        Path sheet = folder.resolve("new/folder/sheet.html");

        assertThat(run("--sheet", sheet.toString(), piece.toString()).status()).isZero();

        String page = Files.readString(sheet);
        for (String id : panels()) {
            assertThat(page).contains("<section id=\"" + id + "\">");
        }
        assertThat(page.split("class=\"wide\"", -1)).hasSize(1 + panels().size());
        assertThat(page.split("class=\"narrow\"", -1)).hasSize(1 + panels().size());
        assertThat(page).contains("a &lt;b&gt; &amp; &quot;piece&quot;.flac").doesNotContain("<b>");
        assertThat(page).doesNotContain("http://", "https://", "<script", "NaN", "Infinity");
        assertThat(page).contains("data:image/png;base64,");
    }

    @Test
    void thePictureIsDrawn() throws IOException {
        Path sheet = folder.resolve("sheet.PNG");

        assertThat(run("--sheet", sheet.toString(), piece.toString()).status()).isZero();

        BufferedImage picture = ImageIO.read(sheet.toFile());
        assertThat(picture.getWidth()).isEqualTo(2224);
        assertThat(picture.getHeight()).isGreaterThan(3_000);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "missing.mp3, there is no such file",
        "empty.mp3, it holds no bytes",
        "text.mp3, give mp3",
        "silent.wav, check the recording"
    })
    void aFileThatIsNoneGetsOneLineWithTheReason(String name, String reason) throws IOException {
        Files.write(folder.resolve("empty.mp3"), new byte[0]);
        Files.writeString(
                folder.resolve("text.mp3"), "This is not music at all, but a letter to a friend. ".repeat(40));
        AudioWriter.standard()
                .write(Pcm.mono(new float[22_050], 22_050), folder.resolve("silent.wav"), AudioEncoding.WAV);

        Run run = run(folder.resolve(name).toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err()).startsWith("hathor: ").contains(name, reason);
    }

    @Test
    void aBadFileDoesNotKeepTheOthersBack() {
        Run run = run("--json", folder.resolve("gone.wav").toString(), piece.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().strip().lines()).hasSize(1);
        assertThat(run.err()).contains("gone.wav");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet.pdf", "sheet"})
    void aSheetOfAnotherKindIsRefusedBeforeAnythingIsRead(String sheet) {
        Run run = run("--sheet", sheet, folder.resolve("gone.wav").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--sheet must end in .html or .png");
    }

    private static Set<String> panels() {
        return Set.of(
                "waveform", "mel", "chroma", "onsets", "tempogram", "pitch", "loudness", "key", "character", "moods");
    }

    private record Run(int status, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = AnalyseMain.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Run(line.execute(arguments), out.toString(), err.toString());
    }
}
