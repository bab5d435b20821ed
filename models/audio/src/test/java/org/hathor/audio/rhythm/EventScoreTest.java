package org.hathor.audio.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventScoreTest {
    @ParameterizedTest
    @CsvSource({
        "1 2 3, 1 2 3, 1, 1",
        "1 2 3, 1.05 1.95 3, 1, 1",
        "1 2 3, 1.06 2 3, 0.6667, 0.6667",
        "1 2 3, 1 1.01 1.02, 0.3333, 0.3333",
        "1 2 3 4, 1 3, 1, 0.5",
        "1, 0.96 1.04, 0.5, 1",
        "'', 1, 0, 0",
        "1, '', 0, 0"
    })
    void onsetsArePairedWithinFiftyMilliseconds(String reference, String estimated, double precision, double recall) {
        EventScore score = EventScore.ofOnsets(times(reference), times(estimated));
        assertThat(score.precision()).isCloseTo(precision, within(1e-4));
        assertThat(score.recall()).isCloseTo(recall, within(1e-4));
    }

    @Test
    void beatsOfTheFirstFiveSecondsAreNotJudged() {
        EventScore score = EventScore.ofBeats(new double[] {1, 2, 3, 4, 5, 6, 7}, new double[] {1.5, 2.5, 5, 6, 7});
        assertThat(score.f()).isEqualTo(1);
    }

    @Property(tries = 300)
    void noOtherPairingMakesMorePairs(
            @ForAll @Size(max = 6) double @DoubleRange(min = 0, max = 1) [] reference,
            @ForAll @Size(max = 6) double @DoubleRange(min = 0, max = 1) [] estimated) {
        Arrays.sort(reference);
        Arrays.sort(estimated);
        EventScore score = EventScore.of(reference, estimated, 0.07);
        int most = mostPairs(reference, estimated, 0, 0);
        assertThat(score.recall() * reference.length).isCloseTo(most, within(1e-9));
        assertThat(score.precision() * estimated.length).isCloseTo(most, within(1e-9));
    }

    /** Every way of pairing is tried: each annotation goes without, or takes any free estimate in reach. */
    private static int mostPairs(double[] reference, double[] estimated, int from, int taken) {
        if (from == reference.length) {
            return 0;
        }
        int most = mostPairs(reference, estimated, from + 1, taken);
        for (int e = 0; e < estimated.length; e++) {
            if ((taken & 1 << e) == 0 && Math.abs(estimated[e] - reference[from]) <= 0.07) {
                most = Math.max(most, 1 + mostPairs(reference, estimated, from + 1, taken | 1 << e));
            }
        }
        return most;
    }

    @Test
    void agreesWithMirEvalOnItsOwnFiles() throws IOException {
        Path data = Optional.ofNullable(System.getenv("HATHOR_TEST_DATA"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("hathor.root", "."), "../shared/data"))
                .resolve("mir-eval/data");
        assumeTrue(Files.isDirectory(data), "mir_eval's files are not at " + data);
        compare(data.resolve("beat"), EventScore::ofBeats);
        compare(data.resolve("onset"), EventScore::ofOnsets);
    }

    private interface Scorer {
        EventScore score(double[] reference, double[] estimated);
    }

    private static void compare(Path folder, Scorer scorer) throws IOException {
        for (int i = 0; i < 10; i++) {
            double[] reference = times(Files.readString(folder.resolve("ref0" + i + ".txt")));
            double[] estimated = times(Files.readString(folder.resolve("est0" + i + ".txt")));
            double expected = new ObjectMapper()
                    .readTree(folder.resolve("output0" + i + ".json").toFile())
                    .get("F-measure")
                    .asDouble();
            assertThat(scorer.score(reference, estimated).f())
                    .as("%s %d", folder.getFileName(), i)
                    .isCloseTo(expected, within(1e-9));
        }
    }

    /** Times apart by white space; what follows # is a comment. */
    private static double[] times(String text) {
        String bare = text.replaceAll("#.*", "").strip();
        return bare.isEmpty()
                ? new double[0]
                : Arrays.stream(bare.split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }
}
