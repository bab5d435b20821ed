package org.hathor.streaming.trending;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.hathor.contracts.live.TrendingList;
import org.hathor.streaming.Destination;
import org.hathor.streaming.WithinHorizon;
import org.hathor.streaming.identity.Deduplicate;
import org.hathor.streaming.kafka.EventTypeInformation;
import org.hathor.streaming.panes.CombineInPanes;

/**
 * How listens and reactions become the lists of the tracks with the highest time-decayed engagement, overall and by
 * country. {@link org.hathor.core.trending} has the maths: weights, decay, velocity, and how exact the lists are.
 *
 * <p>Engagement is summed where it is first seen, in panes of a fraction of a second; the sums go to the keeper of the
 * track's scores; and of these only what can stand in a list goes on to the keeper of the list. An event counts at its
 * own time, however late it comes, so events in any order lead to the same lists.
 */
final class Trending {
    private static final Duration PANE = Duration.ofMillis(500);

    private Trending() {}

    /** What counts; each stream has event time by receipt. */
    record Sources(DataStream<Engagement> listens, DataStream<Engagement> reactions) {
        Sources {
            Objects.requireNonNull(listens, "listens is null");
            Objects.requireNonNull(reactions, "reactions is null");
        }
    }

    /** Where lists go: all of them for reading now, and those that changed for whoever follows. */
    record Sinks(Destination<TrendingList> live, Destination<TrendingList> published) {
        Sinks {
            Objects.requireNonNull(live, "live is null");
            Objects.requireNonNull(published, "published is null");
        }
    }

    static void build(Sources sources, TrendingConfig config, Sinks sinks) {
        SingleOutputStreamOperator<TrendingList> lists = gains(sources.listens(), config, "listens")
                .union(gains(sources.reactions(), config, "reactions"))
                .keyBy(TrackScores::trackId, Types.STRING)
                .process(new ScoreTracks(config.halfLife(), config.listSize()), ScoredTrack.TYPE)
                .name("scores")
                .uid("scores")
                .keyBy(ScoredTrack::scope, Types.STRING)
                .process(new RankTracks(config), new EventTypeInformation<>(TrendingList.class))
                .name("lists")
                .uid("lists");
        sinks.live().receive(lists);
        sinks.published().receive(lists.getSideOutput(RankTracks.CHANGED));
    }

    private static DataStream<TrackScores> gains(DataStream<Engagement> events, TrendingConfig config, String what) {
        Duration halfLife = config.halfLife();
        DataStream<Engagement> distinct = events.filter(new WithinHorizon<>(Engagement::ageMs, config.horizon()))
                .name(what)
                .uid(what)
                .keyBy(Engagement::userId, Types.STRING)
                .process(new Deduplicate<>(Engagement.IDENTITY, config.horizon()), Engagement.TYPE)
                .name("distinct-" + what)
                .uid("distinct-" + what);
        return CombineInPanes.apply(
                distinct, () -> new EngagementPane(halfLife), PANE, TrackScores.TYPE, what + "-in-panes");
    }
}
