package org.hathor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.hathor.simulator.SimulatedEvent.Listened;
import org.hathor.simulator.Timeline.Dated;
import org.hathor.simulator.Timeline.Pace;
import org.junit.jupiter.api.Test;

final class TimelineTest {
    private static final long FROM = Events.FROM.toEpochMilli();
    private final List<SimulatedEvent> events = Events.between(
                    World.of(SimulationConfig.of(2, 60, 10, 100)), Events.FROM, Events.FROM.plus(Duration.ofHours(20)))
            .stream()
            .filter(event -> event.listener() != null)
            .toList();
    private final long middle = FROM + Duration.ofHours(10).toMillis();

    @Test
    void atRealTimeNothingMoves() {
        Timeline timeline = Timeline.live(new Pace.Speed(1), middle);
        for (SimulatedEvent event : events) {
            Dated dated = timeline.date(event);
            assertThat(EventJson.object(dated.event())).isEqualTo(EventJson.object(event));
            assertThat(dated.dueMs())
                    .isEqualTo(event.sentMs() < middle ? OptionalLong.empty() : OptionalLong.of(event.sentMs()));
        }
    }

    @Test
    void compressedLifeIsReportedNow() {
        Timeline timeline = Timeline.live(new Pace.Speed(60), middle);
        for (SimulatedEvent event : events) {
            Dated dated = timeline.date(event);
            if (event.sentMs() >= middle) {
                assertThat(dated.event().sentMs()).isEqualTo(middle + (event.sentMs() - middle) / 60);
                assertThat(dated.dueMs()).hasValue(dated.event().sentMs());
                if (event instanceof Listened before && dated.event() instanceof Listened after) {
                    assertThat(after.sentMs() - after.startedMs()).isEqualTo(before.sentMs() - before.startedMs());
                    assertThat(after.msPlayed()).isEqualTo(before.msPlayed());
                    assertThat(after.listenId()).startsWith(before.listenId()).isNotEqualTo(before.listenId());
                }
            } else {
                assertThat(dated.event()).isSameAs(event);
            }
        }
    }

    @Test
    void aRateIsHeldToTheMillisecond() {
        Timeline timeline = Timeline.live(new Pace.Rate(250), FROM);
        List<Long> due = new ArrayList<>();
        events.forEach(event -> due.add(timeline.date(event).dueMs().orElseThrow()));

        assertThat(due).isSorted();
        assertThat(due.get(1_000) - due.get(0)).isEqualTo(4_000);
    }

    @Test
    void aReplayKeepsTimeStampsAndNeverRunsAheadOfThem() {
        Timeline past = Timeline.replay(new Pace.Speed(3600), FROM, FROM + 10_000_000_000L);
        Timeline future = Timeline.replay(new Pace.Speed(3600), FROM, FROM);
        for (SimulatedEvent event : events) {
            assertThat(past.date(event).event()).isSameAs(event);
            assertThat(future.date(event).dueMs().orElseThrow()).isGreaterThanOrEqualTo(event.sentMs());
        }
        assertThat(past.date(events.get(events.size() - 1)).dueMs().orElseThrow())
                .isBetween(FROM + 10_000_000_000L, FROM + 10_000_000_000L + 20_000);
    }

    @Test
    void liveCannotBeSentBeforeItHappens() {
        assertThatThrownBy(() -> Timeline.live(new Pace.Unlimited(), FROM)).hasMessageContaining("speed or a rate");
    }
}
