package org.hathor.streaming.trending;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.live.TrendingEntry;
import org.hathor.contracts.live.TrendingList;
import org.hathor.core.trending.TopTracks;
import org.hathor.core.trending.TrendingDecay;
import org.hathor.streaming.kafka.EventTypeInformation;

/**
 * Keeps the list of each scope and gives it out: a second after it changed, and every few seconds as scores fade. Lists
 * that have changed by engagement, not by fading alone, leave by the side output {@link #CHANGED} as well.
 *
 * <table><caption>State, keyed by scope</caption>
 * <tr><th>state</th><th>holds</th><th>cleared by</th></tr>
 * <tr><td>{@code listed}</td><td>track → score, of the listed tracks and of those that left the list since it was last
 * given out</td><td>giving the list out: what is no longer listed, or has faded below
 * {@link TrendingDecay#PRUNING_BOUND}</td></tr>
 * <tr><td>timers</td><td>by the wall clock; at most one for the next full second and one for the next refresh</td>
 * <td>firing; an empty list sets none</td></tr>
 * </table>
 */
final class RankTracks extends KeyedProcessFunction<String, ScoredTrack, TrendingList> {
    /** Lists whose scores rose since they were last given out. */
    static final OutputTag<TrendingList> CHANGED =
            new OutputTag<>("changed", new EventTypeInformation<>(TrendingList.class));

    private static final long serialVersionUID = 1L;

    private final TrendingConfig config;
    private transient TrendingDecay decay;
    private transient MapState<String, ScoredTrack> listed;
    private transient Map<String, Ranking> rankings;

    RankTracks(TrendingConfig config) {
        this.config = config;
    }

    @Override
    public void open(OpenContext context) {
        Contracts.of(TrendingList.class); // Avro builds only classes that the contracts have vouched for in this JVM
        decay = TrendingDecay.of(config.halfLife());
        listed = getRuntimeContext().getMapState(new MapStateDescriptor<>("listed", Types.STRING, ScoredTrack.TYPE));
        rankings = new HashMap<>();
    }

    @Override
    public void processElement(ScoredTrack track, Context context, Collector<TrendingList> out) throws Exception {
        Ranking ranking = ranking(context.getCurrentKey());
        if (ranking.top.offer(track.trackId(), track.score())) {
            listed.put(track.trackId(), track);
            ranking.changed = true;
            if (!ranking.timerSet) {
                ranking.timerSet = true;
                context.timerService().registerProcessingTimeTimer(next(config.emission(), context));
            }
        }
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<TrendingList> out) throws Exception {
        long nowMs = Math.max(timestampMs, context.timerService().currentProcessingTime());
        Ranking ranking = ranking(context.getCurrentKey());
        ranking.timerSet = false;
        ranking.top.forgetFaded(nowMs);
        Iterator<String> tracks = listed.keys().iterator();
        while (tracks.hasNext()) {
            if (!ranking.top.scores().containsKey(tracks.next())) {
                tracks.remove();
            }
        }
        TrendingList list = list(context.getCurrentKey(), ranking.top, nowMs);
        out.collect(list);
        if (ranking.changed) {
            context.output(CHANGED, list);
            ranking.changed = false;
        }
        if (ranking.top.size() > 0) {
            context.timerService().registerProcessingTimeTimer(next(config.refresh(), context));
        } else {
            listed.clear(); // an emptied map would stay as an entry
            rankings.remove(context.getCurrentKey());
        }
    }

    /** After a restart a list counts as changed: it may have been given out since the checkpoint with other scores. */
    private Ranking ranking(String scope) throws Exception {
        Ranking ranking = rankings.get(scope);
        if (ranking == null) {
            ranking = new Ranking(new TopTracks(config.listSize(), decay));
            for (Map.Entry<String, ScoredTrack> entry : listed.entries()) {
                ranking.top.offer(entry.getKey(), entry.getValue().score());
                ranking.changed = true;
            }
            rankings.put(scope, ranking);
        }
        return ranking;
    }

    private TrendingList list(String scope, TopTracks top, long nowMs) throws Exception {
        List<TrendingEntry> entries = new java.util.ArrayList<>(top.size());
        for (TopTracks.Ranked ranked : top.ranked(nowMs)) {
            entries.add(TrendingEntry.newBuilder()
                    .setTrackId(ranked.trackId())
                    .setArtistId(listed.get(ranked.trackId()).artistId())
                    .setScore(ranked.score())
                    .setVelocity(ranked.velocity())
                    .build());
        }
        return TrendingList.newBuilder()
                .setScope(scope)
                .setRankedAt(Instant.ofEpochMilli(nowMs))
                .setHalfLifeMs(decay.slow().ms())
                .setEntries(entries)
                .build();
    }

    /** The next multiple of an interval, so that timers of many events are one. */
    private static long next(Duration interval, Context context) {
        long ms = interval.toMillis();
        return (Math.floorDiv(context.timerService().currentProcessingTime(), ms) + 1) * ms;
    }

    private static final class Ranking {
        private final TopTracks top;
        private boolean changed;
        private boolean timerSet;

        Ranking(TopTracks top) {
            this.top = top;
        }
    }
}
