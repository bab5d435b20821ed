package org.hathor.streaming.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hathor.streaming.Listens.listen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.hathor.contracts.playback.Listen;
import org.hathor.streaming.kafka.EventTypeInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeduplicateTest {
    private static final Duration HORIZON = Duration.ofDays(2);
    private static final Duration AGE = Duration.ofMinutes(3);
    private static final Instant T0 = Instant.parse("2026-05-01T10:20:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, Listen, Listen> operator;

    @BeforeEach
    void open() throws Exception {
        operator = harness();
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void firstOfEachIdentityPasses() throws Exception {
        receive(listen("ada", "1", T0, AGE));
        receive(listen("ada", "1", T0.plusSeconds(5), AGE));
        receive(listen("bob", "1", T0.plusSeconds(6), AGE));
        receive(listen("ada", "2", T0.plusSeconds(7), AGE));

        assertThat(operator.extractOutputValues())
                .extracting(Listen::getUserId, Listen::getListenId, Listen::getReceivedAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ada", "1", T0),
                        org.assertj.core.groups.Tuple.tuple("bob", "1", T0.plusSeconds(6)),
                        org.assertj.core.groups.Tuple.tuple("ada", "2", T0.plusSeconds(7)));
    }

    @Test
    void copyIsKnownAsLongAsItCouldStillBeOnTime() throws Exception {
        receive(listen("ada", "1", T0, AGE));
        Instant last = T0.plus(HORIZON).plus(Deduplicate.CLOCK_SKEW);
        operator.processWatermark(last.toEpochMilli() - 1);

        receive(listen("ada", "1", last, HORIZON));

        assertThat(operator.extractOutputValues()).hasSize(1);
    }

    @Test
    void nothingRemainsOfUserWhoHasBeenSilentForLonger() throws Exception {
        receive(listen("ada", "1", T0, AGE));
        receive(listen("ada", "2", T0.plusSeconds(60), AGE));
        receive(listen("bob", "1", T0.plus(Duration.ofHours(5)), AGE));
        assertThat(operator.numEventTimeTimers()).isEqualTo(2);

        operator.processWatermark(T0.plus(HORIZON).plus(Duration.ofHours(3)).toEpochMilli());

        assertThat(operator.numEventTimeTimers()).as("bob's").isEqualTo(1);
        assertThat(operator.numKeyedStateEntries()).as("bob's").isEqualTo(1);

        operator.processWatermark(T0.plus(HORIZON).plus(Duration.ofHours(8)).toEpochMilli());

        assertThat(operator.numEventTimeTimers()).isZero();
        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    @Test
    void sweepLeavesWhatIsStillNeededOfTheSameUser() throws Exception {
        receive(listen("ada", "old", T0, AGE));
        receive(listen("ada", "new", T0.plus(Duration.ofHours(30)), AGE));
        Instant oldIsSwept = T0.plus(HORIZON).plus(Duration.ofHours(3));
        operator.processWatermark(oldIsSwept.toEpochMilli());

        receive(listen("ada", "new", oldIsSwept, AGE));
        receive(listen("ada", "old", oldIsSwept, AGE));

        assertThat(operator.extractOutputValues())
                .extracting(Listen::getListenId)
                .containsExactly("old", "new", "old");
    }

    @Test
    void memorySurvivesRestore() throws Exception {
        receive(listen("ada", "1", T0, AGE));
        OperatorSubtaskState snapshot = operator.snapshot(1, 1);
        operator.close();
        operator = harness();
        operator.initializeState(snapshot);
        operator.open();

        receive(listen("ada", "1", T0.plusSeconds(5), AGE));
        receive(listen("ada", "2", T0.plusSeconds(6), AGE));

        assertThat(operator.extractOutputValues())
                .extracting(Listen::getListenId)
                .containsExactly("2");
    }

    /** Whatever comes in whatever order, what passes is what a set that never forgets would let pass. */
    @Property(tries = 50)
    void withinTheHorizonItIsAsGoodAsSetThatNeverForgets(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 30) Integer> ids) throws Exception {
        Set<String> seen = new HashSet<>();
        List<String> expected = new ArrayList<>();
        var deduplicating = harness();
        try {
            deduplicating.open();
            Instant receivedAt = T0;
            for (int id : ids) {
                receivedAt = receivedAt.plus(Duration.ofMinutes(14));
                Listen listen = listen("user" + id % 3, "listen" + id, receivedAt, AGE);
                if (seen.add(listen.getUserId() + listen.getListenId())) {
                    expected.add(listen.getListenId());
                }
                deduplicating.processElement(listen, receivedAt.toEpochMilli());
                deduplicating.processWatermark(receivedAt.toEpochMilli());
            }
            assertThat(deduplicating.extractOutputValues())
                    .extracting(Listen::getListenId)
                    .isEqualTo(expected);
        } finally {
            deduplicating.close();
        }
    }

    private void receive(Listen listen) throws Exception {
        operator.processElement(listen, listen.getReceivedAt().toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Listen, Listen> harness() throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Deduplicate<>(EventIdentity.LISTEN, HORIZON)),
                Listen::getUserId,
                Types.STRING);
        harness.setup(new EventTypeInformation<>(Listen.class)
                .createSerializer(new org.apache.flink.api.common.serialization.SerializerConfigImpl()));
        return harness;
    }
}
