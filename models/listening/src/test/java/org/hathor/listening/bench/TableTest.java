package org.hathor.listening.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.hathor.listening.bench.Line.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    @ParameterizedTest
    @CsvSource({
        "0.95, REACHED",
        "0.949, MISSED",
        "NaN, MISSED",
    })
    void theBoundItselfIsReached(double ours, Verdict verdict) {
        assertThat(Line.of("F").withGoal(Goal.atLeast(0.95)).withOurs(ours).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aGoalAboutThePeerIsNotMeasuredWithoutOne() {
        Line line = Line.of("speed").withGoal(Goal.timesThePeer(20)).withOurs(900);

        assertThat(line.verdict()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(line.withPeer(45).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(line.withPeer(46).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void aLeadIsADifference() {
        Line line = Line.of("Acc1").withGoal(Goal.aboveThePeerBy(0.1)).withOurs(0.97);

        assertThat(line.withPeer(0.80).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(line.withPeer(0.90).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void whatIsNotMeasuredIsNotMissed() {
        Line absent = Line.of("F").withGoal(Goal.atLeast(0.95)).withNote("no data");

        assertThat(absent.verdict()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(Table.of("rhythm", List.of(absent)).nothingMissed()).isTrue();
        assertThat(Table.of("rhythm", List.of(absent, absent.withOurs(0.5))).nothingMissed())
                .isFalse();
    }

    @Test
    void thePeerStandsBesideOurs() {
        Table table = new Table(
                "spectrum",
                "librosa 0.10.2",
                List.of(Line.of("× real time")
                        .withGoal(Goal.timesThePeer(20))
                        .withOurs(2400)
                        .withPeer(OptionalDouble.of(100))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("spectrum (peer: librosa 0.10.2)")
                .containsPattern("× real time +≥ 20 × +2,400 +100 +24 +reached");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.00001234, 1.2e-05", "0.95, 0.95", "1234.5, '1,235'", "100, 100", "-0.5, -0.5", "NaN, NaN"})
    void figuresAreShort(double value, String text) {
        assertThat(Line.figure(value)).isEqualTo(text);
    }
}
