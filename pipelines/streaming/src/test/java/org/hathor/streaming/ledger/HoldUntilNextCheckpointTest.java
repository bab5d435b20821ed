package org.hathor.streaming.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hathor.streaming.Listens.listen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.hathor.contracts.playback.Listen;
import org.hathor.streaming.kafka.EventTypeInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldUntilNextCheckpointTest {
    private static final Instant T0 = Instant.parse("2026-05-01T10:20:00Z");

    private OneInputStreamOperatorTestHarness<Listen, Listen> operator;

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
    void eventLeavesWhenTheCheckpointAfterItsArrivalIsComplete() throws Exception {
        operator.processElement(late("a"), 0);
        assertThat(left()).isEmpty();
        operator.snapshot(1, 1);
        operator.processElement(late("b"), 0);
        assertThat(left()).isEmpty();

        operator.notifyOfCompletedCheckpoint(1);
        assertThat(left()).containsExactly("a");

        operator.snapshot(2, 2);
        operator.notifyOfCompletedCheckpoint(2);
        assertThat(left()).containsExactly("a", "b");
    }

    @Test
    void checkpointThatFailedReleasesNothingAndTheNextReleasesAll() throws Exception {
        operator.processElement(late("a"), 0);
        operator.snapshot(1, 1);
        operator.processElement(late("b"), 0);
        operator.snapshot(2, 2);
        operator.processElement(late("c"), 0);

        operator.notifyOfCompletedCheckpoint(2);

        assertThat(left()).containsExactly("a", "b");
    }

    @Test
    void whatWasHeldIsHeldAfterRestoreAndLeavesOnce() throws Exception {
        operator.processElement(late("covered"), 0);
        operator.snapshot(1, 1);
        operator.processElement(late("arrived"), 0);
        OperatorSubtaskState snapshot = operator.snapshot(2, 2);
        operator.close();
        operator = harness();
        operator.initializeState(snapshot);
        operator.open();
        assertThat(left()).isEmpty();

        operator.processElement(late("new"), 0);
        operator.notifyOfCompletedCheckpoint(3);
        assertThat(left()).containsExactly("covered", "arrived");

        operator.snapshot(4, 4);
        operator.notifyOfCompletedCheckpoint(4);
        assertThat(left()).containsExactly("covered", "arrived", "new");
    }

    @Test
    void whatHasLeftIsNotInTheNextCheckpoint() throws Exception {
        operator.processElement(late("a"), 0);
        operator.snapshot(1, 1);
        operator.notifyOfCompletedCheckpoint(1);
        OperatorSubtaskState snapshot = operator.snapshot(2, 2);
        operator.close();
        operator = harness();
        operator.initializeState(snapshot);
        operator.open();

        operator.notifyOfCompletedCheckpoint(3);

        assertThat(left()).isEmpty();
    }

    @Test
    void everythingLeavesAtTheEndOfInput() throws Exception {
        operator.processElement(late("a"), 0);
        operator.snapshot(1, 1);
        operator.processElement(late("b"), 0);

        operator.endInput();

        assertThat(left()).containsExactly("a", "b");
    }

    private List<String> left() {
        return operator.extractOutputValues().stream().map(Listen::getListenId).toList();
    }

    private static Listen late(String id) {
        return listen("ada", id, T0, Duration.ofDays(9));
    }

    private static OneInputStreamOperatorTestHarness<Listen, Listen> harness() throws Exception {
        var type = new EventTypeInformation<>(Listen.class);
        var harness = new OneInputStreamOperatorTestHarness<>(
                new HoldUntilNextCheckpoint<>(Listen.class), type.createSerializer(new SerializerConfigImpl()));
        harness.setup(type.createSerializer(new SerializerConfigImpl()));
        return harness;
    }
}
