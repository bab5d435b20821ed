package org.hathor.streaming.livecounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.hathor.streaming.identity.EventId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowListenersTest {
    private static final long T0_MS = 1_767_225_600_000L;
    private static final long LENGTH_MS = 200_000;
    private static final Duration HORIZON = Duration.ofDays(2);

    private KeyedTwoInputStreamOperatorTestHarness<String, Hearing, Play, Play> operator;

    @BeforeEach
    void open() throws Exception {
        operator = harness();
        operator.open();
        operator.setProcessingTime(T0_MS);
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aListenerJoinsTheAudienceOfWhatHeHears() throws Exception {
        hears("ada", "a", T0_MS);

        assertThat(told()).containsExactly(joins("a"));
    }

    @Test
    void hearingSomethingElseLeavesWhatWasHeard() throws Exception {
        hears("ada", "a", T0_MS);
        hears("ada", "b", T0_MS + 1000);

        assertThat(told()).containsExactly(joins("a"), leaves("a"), joins("b"));
    }

    @Test
    void confirmingKeepsTheListenerOnce() throws Exception {
        hears("ada", "a", T0_MS);
        hears("ada", "a", T0_MS + 60_000);

        assertThat(sum()).isEqualTo(1);
        operator.setProcessingTime(T0_MS + LENGTH_MS + 30_000);
        assertThat(sum()).as("confirmed for longer").isEqualTo(1);
        operator.setProcessingTime(T0_MS + LENGTH_MS + 61_000);
        assertThat(sum()).isZero();
    }

    @Test
    void silenceEndsWithTheExpiry() throws Exception {
        hears("ada", "a", T0_MS);
        operator.setProcessingTime(T0_MS + LENGTH_MS - 1);
        assertThat(sum()).isEqualTo(1);

        operator.setProcessingTime(T0_MS + LENGTH_MS + 1000);

        assertThat(sum()).isZero();
        assertNothingRemains();
    }

    @Test
    void aPlayThatEndedTheTrackEndsTheListening() throws Exception {
        hears("ada", "a", T0_MS);
        ends("ada", "a", T0_MS + 100_000);

        assertThat(told()).containsExactly(joins("a"), leaves("a"));
        operator.setProcessingTime(T0_MS + LENGTH_MS + 1000);
        assertNothingRemains();
    }

    @Test
    void aPlaySeenBeforeTheHearingItEndedKeepsTheListenerOut() throws Exception {
        ends("ada", "a", T0_MS + 100_000);
        hears("ada", "a", T0_MS);

        assertThat(told()).containsExactly(seenAgain("a"));
    }

    @Test
    void hearingTheSameTrackAgainAfterItEndedCounts() throws Exception {
        hears("ada", "a", T0_MS);
        ends("ada", "a", T0_MS + 100_000);
        hears("ada", "a", T0_MS + 101_000);

        assertThat(sum()).isEqualTo(1);
    }

    @Test
    void aPlayOfAnotherTrackOrWithoutAnEndChangesNothing() throws Exception {
        hears("ada", "a", T0_MS);
        ends("ada", "b", T0_MS + 100_000);
        operator.processElement2(play("ada", "a", T0_MS + 100_000, false), 0);
        ends("bob", "a", T0_MS + 100_000);

        assertThat(told()).containsExactly(joins("a"));
    }

    @Test
    void whatHasExpiredBeforeItIsReadIsOnlyLookedAtAgain() throws Exception {
        operator.setProcessingTime(T0_MS + 2 * LENGTH_MS);
        hears("ada", "a", T0_MS);

        assertThat(told()).containsExactly(seenAgain("a"));
        assertNothingRemains();
    }

    @Test
    void anEndedPlayIsForgottenAfterAWhile() throws Exception {
        for (int i = 0; i < 100; i++) {
            ends("ada", "a", T0_MS + i);
        }
        assertThat(operator.numProcessingTimeTimers()).isOne();

        operator.setProcessingTime(T0_MS + FollowListeners.REMEMBERED.toMillis() + 1000);

        assertNothingRemains();
    }

    @Test
    void aPlayPassesOnceAndItsCopyEndsNothing() throws Exception {
        ends("ada", "a", T0_MS + 100_000);
        hears("ada", "a", T0_MS + 101_000);
        ends("ada", "a", T0_MS + 100_000);

        assertThat(operator.extractOutputValues()).hasSize(1);
        assertThat(sum()).isEqualTo(1);
    }

    @Test
    void listenersSurviveARestoreAndStillExpire() throws Exception {
        hears("ada", "a", T0_MS);
        OperatorSubtaskState snapshot = operator.snapshot(1, 1);
        operator.close();
        operator = harness();
        operator.initializeState(snapshot);
        operator.open();
        operator.setProcessingTime(T0_MS + LENGTH_MS + 1000);

        assertThat(told()).containsExactly(leaves("a"));
        assertNothingRemains();
    }

    private void hears(String user, String track, long atMs) throws Exception {
        operator.processElement1(new Hearing(user, track, null, atMs, atMs + LENGTH_MS, atMs), 0);
    }

    private void ends(String user, String track, long receivedAtMs) throws Exception {
        operator.processElement2(play(user, track, receivedAtMs, true), 0);
    }

    private static Play play(String user, String track, long receivedAtMs, boolean ended) {
        return new Play(
                user,
                EventId.of(track + receivedAtMs),
                track,
                null,
                receivedAtMs - 90_000,
                80_000,
                true,
                ended,
                receivedAtMs);
    }

    private int sum() {
        return told().stream().mapToInt(Attendance::change).sum();
    }

    private List<Attendance> told() {
        var told = operator.getSideOutput(FollowListeners.ATTENDANCE);
        return told == null
                ? List.of()
                : told.stream().map(StreamRecord::getValue).toList();
    }

    private void assertNothingRemains() throws Exception {
        Watermark horizonIsOver =
                new Watermark(T0_MS + HORIZON.plus(Duration.ofHours(3)).toMillis());
        operator.processWatermark1(horizonIsOver);
        operator.processWatermark2(horizonIsOver);
        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numProcessingTimeTimers()).isZero();
    }

    private static Attendance joins(String track) {
        return new Attendance(track, null, 1);
    }

    private static Attendance leaves(String track) {
        return new Attendance(track, null, -1);
    }

    private static Attendance seenAgain(String track) {
        return new Attendance(track, null, 0);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Hearing, Play, Play> harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new FollowListeners(HORIZON)),
                Hearing::userId,
                Play::userId,
                Types.STRING);
    }
}
