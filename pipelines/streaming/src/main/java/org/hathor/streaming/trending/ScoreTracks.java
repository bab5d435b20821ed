package org.hathor.streaming.trending;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
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
 * <tr><td>{@code scores}</td><td>the track's scores</td><td>the timer: those below
 * {@link TrendingDecay#PRUNING_BOUND}</td></tr>
 * <tr><td>timers</td><td>by the wall clock; one per track, when its global score will have faded</td>
 * <td>firing</td></tr>
 * </table>
 */
final class ScoreTracks extends KeyedProcessFunction<String, TrackScores, ScoredTrack> {
    private static final long serialVersionUID = 1L;
    private static final long SWEEP_GRAIN_MS = 60_000;

    private final Duration halfLife;
    private final int listSize;
    private transient TrendingDecay decay;
    private transient ValueState<TrackScores> scores;
    private transient Map<String, TopTracks> best;

    ScoreTracks(Duration halfLife, int listSize) {
        this.halfLife = halfLife;
        this.listSize = listSize;
    }

    @Override
    public void open(OpenContext context) {
        decay = TrendingDecay.of(halfLife);
        scores = getRuntimeContext().getState(new ValueStateDescriptor<>("scores", TrackScores.TYPE));
        best = new HashMap<>();
    }

    @Override
    public void processElement(TrackScores gain, Context context, Collector<ScoredTrack> out) throws Exception {
        TrackScores before = scores.value();
        TrackScores after = before == null ? gain : before.plus(gain, decay);
        scores.update(after);
        for (String scope : gain.scopes()) {
            TrendingScore score = after.in(scope);
            if (best.computeIfAbsent(scope, absent -> new TopTracks(listSize, decay))
                    .offer(after.trackId(), score)) {
                out.collect(new ScoredTrack(scope, after.trackId(), after.artistId(), score));
            }
        }
        if (before == null) {
            sweepLater(after, context);
        }
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<ScoredTrack> out) throws Exception {
        TrackScores kept = scores.value().keptAt(timestampMs, decay);
        if (kept.scopes().isEmpty()) {
            scores.clear();
        } else {
            scores.update(kept);
            sweepLater(kept, context);
        }
    }

    private void sweepLater(TrackScores track, Context context) {
        long fadedAtMs = track.in(LiveKeys.GLOBAL_SCOPE).forgottenAtMs(decay);
        long dueMs = Math.max(fadedAtMs, context.timerService().currentProcessingTime());
        long atMs = (Math.floorDiv(dueMs, SWEEP_GRAIN_MS) + 1) * SWEEP_GRAIN_MS;
        context.timerService().registerProcessingTimeTimer(atMs);
    }
}
