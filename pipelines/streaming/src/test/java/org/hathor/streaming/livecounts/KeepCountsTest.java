package org.hathor.streaming.livecounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.hathor.contracts.live.CountedKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepCountsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Duration HORIZON = Duration.ofHours(48);

    private KeyedOneInputStreamOperatorTestHarness<String, Tally, Tally> operator;

    @BeforeEach
    void open() throws Exception {
        operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new KeepCounts(HORIZON)), Tally::key, Types.STRING);
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void changesAddUpByCount() throws Exception {
        change(plays("a", 2));
        change(plays("b", 5));
        change(plays("a", 3));

        assertThat(operator.extractOutputValues()).containsExactly(plays("a", 2), plays("b", 5), plays("a", 5));
    }

    @Test
    void aDayIsKeptAsLongAsItsPlaysMayComeAndThenForgotten() throws Exception {
        change(plays("a", 2));
        change(plays("a", 1));
        long dayEndsMs =
                DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        operator.processWatermark(dayEndsMs + HORIZON.toMillis());
        change(plays("a", 1));
        assertThat(operator.extractOutputValues()).endsWith(plays("a", 4));

        operator.processWatermark(dayEndsMs + HORIZON.plusDays(1).toMillis());

        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numEventTimeTimers()).isZero();
        int given = operator.extractOutputValues().size();
        change(plays("a", 1));
        assertThat(operator.extractOutputValues())
                .as("nothing wrong is said of a forgotten day")
                .hasSize(given);
        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    @Test
    void anAudienceOfNobodyIsSaidOnceAndKeptNowhere() throws Exception {
        change(listeners("a", 1));
        change(listeners("a", -1));

        assertThat(operator.extractOutputValues()).containsExactly(listeners("a", 1), listeners("a", 0));
        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numEventTimeTimers()).isZero();
    }

    @Test
    void lookingAgainSaysThePresentCount() throws Exception {
        change(listeners("a", 3));
        change(listeners("a", 0));
        change(listeners("b", 0));

        assertThat(operator.extractOutputValues())
                .containsExactly(listeners("a", 3), listeners("a", 3), listeners("b", 0));
    }

    private void change(Tally change) throws Exception {
        operator.processElement(change, 0);
    }

    private static Tally plays(String track, long value) {
        return Tally.plays(CountedKind.TRACK, track, (int) DAY.toEpochDay(), value, 0);
    }

    private static Tally listeners(String track, long value) {
        return Tally.listeners(CountedKind.TRACK, track, value);
    }
}
