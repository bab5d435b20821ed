package org.hathor.streaming.livecounts;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Knows what each listener hears now, and tells the audiences that gain or lose him.
 *
 * <p>A listener hears the track of his latest now-playing until it expires, by the wall clock, or until he hears
 * something else, or until a play of that track says that it ended (finished, skipped or stopped; a play without an end
 * reason may be reported while it still runs, and one heard offline says nothing about now). A play and the now-playing
 * it ends travel on different topics, so the play may be seen first; it is remembered for a while.
 *
 * <p>Whatever was told before a failure is told again after it, for the events since the checkpoint come again. Only
 * the wall clock has gone on: a now-playing that counted then may have expired now. It then still asks for its
 * audience's present count to be published, which corrects what was published before the failure.
 *
 * <table><caption>State, keyed by user</caption>
 * <tr><th>state</th><th>holds</th><th>cleared by</th></tr>
 * <tr><td>{@code heard}</td><td>the latest now-playing</td><td>its expiry timer; a play that ended it</td></tr>
 * <tr><td>{@code ended}</td><td>the latest play that ended</td><td>its timer, {@link #REMEMBERED} after it was
 * seen</td></tr>
 * <tr><td>{@code forgetAt}</td><td>when, ms by the wall clock</td><td>together with {@code ended}</td></tr>
 * <tr><td>timers</td><td>by the wall clock; one per now-playing, and one per user with an ended play</td>
 * <td>firing</td></tr>
 * </table>
 */
final class FollowListeners extends KeyedCoProcessFunction<String, Hearing, Play, Attendance> {
    /** How much later than the play that ended it a now-playing may be seen. */
    static final Duration REMEMBERED = Duration.ofMinutes(2);

    private static final long serialVersionUID = 1L;

    /** Timers fire on full seconds, so that many events of one listener share one. */
    private static final long TIMER_GRAIN_MS = 1_000;

    private transient ValueState<Hearing> heard;
    private transient ValueState<Play> ended;
    private transient ValueState<Long> forgetAt;

    @Override
    public void open(OpenContext context) {
        heard = getRuntimeContext().getState(new ValueStateDescriptor<>("heard", Hearing.TYPE));
        ended = getRuntimeContext().getState(new ValueStateDescriptor<>("ended", Play.TYPE));
        forgetAt = getRuntimeContext().getState(new ValueStateDescriptor<>("forgetAt", Types.LONG));
    }

    @Override
    public void processElement1(Hearing hearing, Context context, Collector<Attendance> out) throws Exception {
        leave(out);
        long nowMs = context.timerService().currentProcessingTime();
        Play lastEnded = ended.value();
        if (hearing.expiresAtMs() <= nowMs || (lastEnded != null && hearing.stoppedBy(lastEnded))) {
            out.collect(new Attendance(hearing.trackId(), hearing.artistId(), 0));
            return;
        }
        heard.update(hearing);
        context.timerService().registerProcessingTimeTimer(timer(hearing.expiresAtMs()));
        out.collect(new Attendance(hearing.trackId(), hearing.artistId(), 1));
    }

    @Override
    public void processElement2(Play play, Context context, Collector<Attendance> out) throws Exception {
        if (!play.ended()) {
            return;
        }
        long forgetAtMs = timer(context.timerService().currentProcessingTime() + REMEMBERED.toMillis());
        if (ended.value() == null) {
            context.timerService().registerProcessingTimeTimer(forgetAtMs);
        }
        ended.update(play);
        forgetAt.update(forgetAtMs);
        Hearing current = heard.value();
        if (current != null && current.stoppedBy(play)) {
            leave(out);
        }
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<Attendance> out) throws Exception {
        Hearing current = heard.value();
        if (current != null && current.expiresAtMs() <= timestampMs) {
            leave(out);
        }
        Long forgetAtMs = forgetAt.value();
        if (forgetAtMs != null && forgetAtMs <= timestampMs) {
            ended.clear();
            forgetAt.clear();
        } else if (forgetAtMs != null) {
            context.timerService().registerProcessingTimeTimer(forgetAtMs);
        }
    }

    private void leave(Collector<Attendance> out) throws Exception {
        Hearing current = heard.value();
        if (current != null) {
            out.collect(new Attendance(current.trackId(), current.artistId(), -1));
            heard.clear();
        }
    }

    private static long timer(long dueMs) {
        return Math.floorDiv(dueMs + TIMER_GRAIN_MS - 1, TIMER_GRAIN_MS) * TIMER_GRAIN_MS;
    }
}
