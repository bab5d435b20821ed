package org.hathor.streaming.trending;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.hathor.contracts.LiveKeys;
import org.hathor.core.trending.TopTracks;
import org.hathor.core.trending.TrendingDecay;
import org.hathor.core.trending.TrendingScore;

/**
 * Keeps each track's score in each scope, and gives out those that may stand in a list.
 *
 * <p>A track that is not among the best of its own subtask cannot be among the best of all, so a score is given out
 * only when it belongs to the list of those this subtask has seen change since it started. That list begins empty after
 * a restart and lets more pass than it must, never less.
 *
 * <table><caption>State, keyed by track</caption>
 * <tr><th>state</th><th>holds</th><th>cleared by</th></tr>
 * <tr><td>{@code scores}</td><td>scope → score</td><td>the timer: entries below
 * {@link TrendingDecay#PRUNING_BOUND}</td></tr>
 * <tr><td>{@code sweepAt}</td><td>the timer's instant, ms</td><td>the timer, when no score is left</td></tr>
 * <tr><td>timers</td><td>by the wall clock; one per track, when its global score will have faded</td>
 * <td>firing</td></tr>
 * </table>
 */
final class ScoreTracks extends KeyedProcessFunction<String, ScoredTrack, ScoredTrack> {
    private static final long serialVersionUID = 1L;
    private static final long SWEEP_GRAIN_MS = 60_000;

    private final Duration halfLife;
    private final int listSize;
    private transient TrendingDecay decay;
    private transient MapState<String, ScoredTrack> scores;
    private transient ValueState<Long> sweepAt;
    private transient Map<String, TopTracks> best;

    ScoreTracks(Duration halfLife, int listSize) {
        this.halfLife = halfLife;
        this.listSize = listSize;
    }

    @Override
    public void open(OpenContext context) {
        decay = TrendingDecay.of(halfLife);
        scores = getRuntimeContext().getMapState(new MapStateDescriptor<>("scores", Types.STRING, ScoredTrack.TYPE));
        sweepAt = getRuntimeContext().getState(new ValueStateDescriptor<>("sweepAt", Types.LONG));
        best = new HashMap<>();
    }

    @Override
    public void processElement(ScoredTrack gain, Context context, Collector<ScoredTrack> out) throws Exception {
        ScoredTrack global = raise(LiveKeys.GLOBAL_SCOPE, gain, out);
        if (!gain.scope().equals(ScoredTrack.NOWHERE)) {
            raise(gain.scope(), gain, out);
        }
        if (sweepAt.value() == null) {
            sweepLater(global.score(), context);
        }
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<ScoredTrack> out) throws Exception {
        Iterator<Map.Entry<String, ScoredTrack>> entries = scores.iterator();
        while (entries.hasNext()) {
            if (entries.next().getValue().score().at(timestampMs, decay) < TrendingDecay.PRUNING_BOUND) {
                entries.remove();
            }
        }
        ScoredTrack global = scores.get(LiveKeys.GLOBAL_SCOPE);
        if (global == null) {
            scores.clear();
            sweepAt.clear();
        } else {
            sweepLater(global.score(), context);
        }
    }

    private ScoredTrack raise(String scope, ScoredTrack gain, Collector<ScoredTrack> out) throws Exception {
        ScoredTrack before = scores.get(scope);
        ScoredTrack after = before == null
                ? new ScoredTrack(scope, gain.trackId(), gain.artistId(), gain.score())
                : new ScoredTrack(
                        scope,
                        gain.trackId(),
                        ScoredTrack.artist(before.artistId(), gain.artistId()),
                        before.score().merge(gain.score(), decay));
        scores.put(scope, after);
        if (best.computeIfAbsent(scope, absent -> new TopTracks(listSize, decay))
                .offer(after.trackId(), after.score())) {
            out.collect(after);
        }
        return after;
    }

    private void sweepLater(TrendingScore global, Context context) throws Exception {
        long fadedAtMs = global.forgottenAtMs(decay);
        long dueMs = Math.max(fadedAtMs, context.timerService().currentProcessingTime());
        long atMs = (Math.floorDiv(dueMs, SWEEP_GRAIN_MS) + 1) * SWEEP_GRAIN_MS;
        sweepAt.update(atMs);
        context.timerService().registerProcessingTimeTimer(atMs);
    }
}
