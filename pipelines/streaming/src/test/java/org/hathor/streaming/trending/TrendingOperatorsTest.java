package org.hathor.streaming.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.live.TrendingEntry;
import org.hathor.contracts.live.TrendingList;
import org.hathor.core.trending.TrendingDecay;
import org.hathor.core.trending.TrendingScore;
import org.hathor.streaming.identity.EventId;
import org.hathor.streaming.kafka.EventTypeInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrendingOperatorsTest {
    private static final long T0_MS = 1_767_225_600_000L;
    private static final Duration HALF_LIFE = Duration.ofMinutes(10);
    private static final TrendingDecay DECAY = TrendingDecay.of(HALF_LIFE);
    private static final TrendingConfig CONFIG =
            new TrendingConfig(HALF_LIFE, Duration.ofHours(48), 2, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private KeyedOneInputStreamOperatorTestHarness<String, TrackScores, ScoredTrack> scores;
    private KeyedOneInputStreamOperatorTestHarness<String, ScoredTrack, TrendingList> lists;

    @BeforeEach
    void open() throws Exception {
        scores = scores();
        scores.open();
        scores.setProcessingTime(T0_MS);
        lists = lists();
        lists.open();
        lists.setProcessingTime(T0_MS);
    }

    @AfterEach
    void close() throws Exception {
        scores.close();
        lists.close();
    }

    @Test
    void gainsAddUpGloballyAndByCountry() throws Exception {
        gain("GB", "a", 1);
        gain("US", "a", 2);
        gain(null, "a", 3);

        assertThat(scores.extractOutputValues())
                .extracting(ScoredTrack::scope, track -> track.score().at(T0_MS, DECAY))
                .containsExactly(
                        tuple("GB", 1.0),
                        tuple("global", 1.0),
                        tuple("US", 2.0),
                        tuple("global", 3.0),
                        tuple("global", 6.0));
    }

    @Test
    void whatCannotStandInAListStaysBehind() throws Exception {
        gain(null, "a", 5);
        gain(null, "b", 4);
        gain(null, "c", 1);
        gain(null, "c", 4);

        assertThat(scores.extractOutputValues())
                .extracting(ScoredTrack::trackId)
                .containsExactly("a", "b", "c");
    }

    @Test
    void aTrackThatHasFadedIsForgotten() throws Exception {
        gain("GB", "a", 1);
        assertThat(scores.numProcessingTimeTimers()).isOne();

        scores.setProcessingTime(T0_MS + HALF_LIFE.multipliedBy(10).toMillis());
        gain("GB", "a", 1);
        scores.setProcessingTime(T0_MS + HALF_LIFE.multipliedBy(21).toMillis());
        assertThat(scores.numKeyedStateEntries()).as("engaged with since").isPositive();

        scores.setProcessingTime(T0_MS + HALF_LIFE.multipliedBy(31).toMillis());
        assertThat(scores.numKeyedStateEntries()).isZero();
        assertThat(scores.numProcessingTimeTimers()).isZero();
    }

    @Test
    void theArtistIsTheSameWhateverTheOrderOfReports() throws Exception {
        gain("GB", "a", "y", 1);
        gain("GB", "a", null, 1);
        gain("GB", "a", "x", 1);
        gain("GB", "a", "y", 1);

        assertThat(scores.extractOutputValues())
                .extracting(ScoredTrack::artistId)
                .endsWith("x", "x");
    }

    @Test
    void aListIsGivenOutASecondAfterItChangedAndAgainAsItFades() throws Exception {
        listed("a", 1);
        listed("b", 3);
        assertThat(lists.extractOutputValues()).isEmpty();
        lists.setProcessingTime(T0_MS + 1000);

        assertThat(lists.extractOutputValues()).hasSize(1);
        assertThat(tracks(lists.extractOutputValues().get(0))).containsExactly("b", "a");
        assertThat(changed()).hasSize(1);

        lists.setProcessingTime(T0_MS + HALF_LIFE.toMillis());
        List<TrendingList> given = lists.extractOutputValues();
        TrendingList last = given.get(given.size() - 1);
        assertThat(last.getEntries().get(0).getScore()).isCloseTo(1.5, within(1e-12));
        assertThat(last.getEntries().get(0).getVelocity()).isNegative();
        assertThat(changed()).as("fading alone is no change").hasSize(1);
    }

    @Test
    void aListHoldsTheBest() throws Exception {
        for (int i = 0; i < 20; i++) {
            listed("track-" + i, i + 1);
        }
        lists.setProcessingTime(T0_MS + 1000);

        assertThat(tracks(lists.extractOutputValues().get(0))).containsExactly("track-19", "track-18");
    }

    @Test
    void aListThatHasFadedIsGivenOutEmptyOnceAndGone() throws Exception {
        listed("a", 1);
        lists.setProcessingTime(T0_MS + 1000);
        lists.setProcessingTime(T0_MS + HALF_LIFE.multipliedBy(21).toMillis());

        List<TrendingList> given = lists.extractOutputValues();
        assertThat(given.get(given.size() - 1).getEntries()).isEmpty();
        assertThat(given.get(given.size() - 2).getEntries()).isNotEmpty();
        assertThat(lists.numKeyedStateEntries()).isZero();
        assertThat(lists.numProcessingTimeTimers()).isZero();
    }

    @Test
    void aListSurvivesARestoreAndIsGivenOutAgain() throws Exception {
        listed("a", 1);
        listed("b", 3);
        OperatorSubtaskState snapshot = lists.snapshot(1, 1);
        lists.close();
        lists = lists();
        lists.initializeState(snapshot);
        lists.open();
        lists.setProcessingTime(T0_MS + 5000);
        listed("c", 2);
        lists.setProcessingTime(T0_MS + 7000);

        List<TrendingList> given = lists.extractOutputValues();
        assertThat(tracks(given.get(0))).containsExactly("b", "a");
        assertThat(tracks(given.get(given.size() - 1))).containsExactly("b", "c");
        assertThat(changed()).isNotEmpty();
    }

    private void gain(String country, String track, double weight) throws Exception {
        gain(country, track, null, weight);
    }

    private void gain(String country, String track, String artist, double weight) throws Exception {
        EngagementPane pane = new EngagementPane(HALF_LIFE);
        long nowMs = scores.getProcessingTime();
        pane.add(new Engagement("user", EventId.of("id"), track, artist, country, weight, nowMs, nowMs));
        for (TrackScores gain : drained(pane)) {
            scores.processElement(gain, 0);
        }
    }

    private static List<TrackScores> drained(EngagementPane pane) {
        List<TrackScores> gains = new ArrayList<>();
        pane.drain(gains::add);
        return gains;
    }

    private void listed(String track, double weight) throws Exception {
        lists.processElement(new ScoredTrack(LiveKeys.GLOBAL_SCOPE, track, null, score(weight)), 0);
    }

    private static TrendingScore score(double weight) {
        return TrendingScore.NONE.add(weight, T0_MS, DECAY);
    }

    private Queue<StreamRecord<TrendingList>> changed() {
        return lists.getSideOutput(RankTracks.CHANGED);
    }

    private static List<String> tracks(TrendingList list) {
        return list.getEntries().stream().map(TrendingEntry::getTrackId).toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, TrackScores, ScoredTrack> scores() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ScoreTracks(HALF_LIFE, 2)), TrackScores::trackId, Types.STRING);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ScoredTrack, TrendingList> lists() throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new RankTracks(CONFIG)), ScoredTrack::scope, Types.STRING);
        harness.setup(new EventTypeInformation<>(TrendingList.class).createSerializer(new SerializerConfigImpl()));
        return harness;
    }
}
