package org.hathor.audio.tonality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {
    private static final List<String> SHARPS = List.of("c", "c#", "d", "d#", "e", "f", "f#", "g", "g#", "a", "a#", "b");
    private static final List<String> FLATS = List.of("c", "db", "d", "eb", "e", "f", "gb", "g", "ab", "a", "bb", "b");

    @ParameterizedTest
    @CsvSource({
        "C major, C major, 1.0",
        "C major, G major, 0.5",
        "C major, F major, 0.0",
        "C major, A minor, 0.3",
        "A minor, C major, 0.3",
        "C major, C minor, 0.2",
        "E minor, E major, 0.2",
        "E minor, B minor, 0.5",
        "C major, E minor, 0.0",
        "C major, C# major, 0.0"
    })
    void anEstimateIsWorthWhatMirexGivesIt(String reference, String estimated, double score) {
        assertThat(key(estimated).score(key(reference))).isEqualTo(score);
    }

    @Test
    void agreesWithMirEvalOnItsOwnFiles() throws IOException {
        Path folder = Optional.ofNullable(System.getenv("HATHOR_TEST_DATA"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("hathor.root", "."), "../shared/data"))
                .resolve("mir-eval/data/key");
        assumeTrue(Files.isDirectory(folder), "mir_eval's files are not at " + folder);
        int compared = 0;
        for (int i = 0; i < 10; i++) {
            String reference = Files.readString(folder.resolve("ref0" + i + ".txt"));
            String estimated = Files.readString(folder.resolve("est0" + i + ".txt"));
            if (isKey(reference) && isKey(estimated)) {
                double expected = new ObjectMapper()
                        .readTree(folder.resolve("output0" + i + ".json").toFile())
                        .get("Weighted Score")
                        .asDouble();
                assertThat(key(estimated).score(key(reference)))
                        .as("file %d", i)
                        .isCloseTo(expected, within(1e-9));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void isWrittenAsMusiciansWriteIt() {
        assertThat(new Key(6, Mode.MINOR, 1).title()).isEqualTo("F♯ minor");
        assertThat(new Key(10, Mode.MAJOR, 1).title()).isEqualTo("B♭ major");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> new Key(12, Mode.MAJOR, 1)).hasMessageContaining("12");
        assertThatThrownBy(() -> new Key(0, Mode.MAJOR, Double.NaN)).hasMessageContaining("NaN");
    }

    /** mir_eval also knows "other" modes and an unknown key "X", which have no place here. */
    private static boolean isKey(String text) {
        String mode =
                text.lines().findFirst().orElse("").replaceAll("#\\s.*", "").strip();
        return mode.matches("(?i)[a-g][#b]?\\s+(major|minor)");
    }

    private static Key key(String text) {
        String[] words = text.lines().findFirst().orElseThrow().strip().split("\\s+");
        String tonic = words[0].toLowerCase(Locale.ROOT);
        int number = Math.max(SHARPS.indexOf(tonic), FLATS.indexOf(tonic));
        return new Key(number, words[1].startsWith("major") ? Mode.MAJOR : Mode.MINOR, 1);
    }
}
