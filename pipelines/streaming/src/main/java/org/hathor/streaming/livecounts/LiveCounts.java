package org.hathor.streaming.livecounts;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.hathor.contracts.live.LiveCount;
import org.hathor.streaming.Destination;
import org.hathor.streaming.WithinHorizon;
import org.hathor.streaming.kafka.EventTypeInformation;
import org.hathor.streaming.panes.CombineInPanes;

/**
 * How listens become plays per UTC day, and now-playing becomes concurrent listeners: by track, by artist, in total.
 *
 * <p>Events are counted where they are first seen, in panes of a fraction of a second, and only the sums travel to the
 * subtask that keeps a count. So a hit, and the total above all, costs its keeper a few additions a second, however
 * many listen. Counts are absolute and follow from checkpointed state alone: whatever fails, the same events lead to
 * the same numbers.
 */
final class LiveCounts {
    private static final Duration PANE = Duration.ofMillis(500);

    private LiveCounts() {}

    /** What is counted; each stream has event time by receipt. */
    record Sources(DataStream<Play> plays, DataStream<Hearing> hearings) {
        Sources {
            Objects.requireNonNull(plays, "plays is null");
            Objects.requireNonNull(hearings, "hearings is null");
        }
    }

    /**
     * How counting is done.
     *
     * @param horizon how old a listen may be at its receipt and still be counted
     * @param publishing how often at most a count that keeps changing is published to its topic
     */
    record Config(Duration horizon, Duration publishing) {
        Config {
            Objects.requireNonNull(horizon, "horizon is null");
            Objects.requireNonNull(publishing, "publishing is null");
        }
    }

    /** Where counts go: every change for reading now, and the latest of each now and then for whoever follows. */
    record Sinks(Destination<Tally> live, Destination<LiveCount> published) {
        Sinks {
            Objects.requireNonNull(live, "live is null");
            Objects.requireNonNull(published, "published is null");
        }
    }

    static void build(Sources sources, Config config, Sinks sinks) {
        DataStream<Play> timely = sources.plays()
                .filter(new WithinHorizon<>(Play::ageMs, config.horizon()))
                .name("plays")
                .uid("plays");
        SingleOutputStreamOperator<Play> plays = sources.hearings()
                .keyBy(Hearing::userId, Types.STRING)
                .connect(timely.keyBy(Play::userId, Types.STRING))
                .process(new FollowListeners(config.horizon()), Play.TYPE)
                .name("distinct-plays")
                .uid("distinct-plays");
        DataStream<Tally> playChanges = CombineInPanes.apply(plays, PlayPane::new, PANE, Tally.TYPE, "plays-in-panes");

        DataStream<Tally> listenerChanges = CombineInPanes.apply(
                plays.getSideOutput(FollowListeners.ATTENDANCE),
                AttendancePane::new,
                PANE,
                Tally.TYPE,
                "listeners-in-panes");

        DataStream<Tally> counts = playChanges
                .union(listenerChanges)
                .keyBy(Tally::key, Types.STRING)
                .process(new KeepCounts(config.horizon()), Tally.TYPE)
                .name("counts")
                .uid("counts");
        sinks.live().receive(counts);
        sinks.published()
                .receive(CombineInPanes.apply(
                        counts,
                        LiveCountPane::new,
                        config.publishing(),
                        new EventTypeInformation<>(LiveCount.class),
                        "published-counts"));
    }
}
