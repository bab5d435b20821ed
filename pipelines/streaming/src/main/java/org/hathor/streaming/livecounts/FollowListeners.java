package org.hathor.streaming.livecounts;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.hathor.streaming.identity.FirstOfEach;

/**
 * Lets the first play of each identity pass, knows what each listener hears now, and tells the audiences that gain or
 * lose him (side output {@link #ATTENDANCE}). One operator does both, since both are kept by user and fed by plays, and
 * a play that travels twice costs twice.
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
 * <tr><td>{@code seen}</td><td>the ids of plays</td><td>see {@link FirstOfEach}</td></tr>
 * <tr><td>{@code presence}</td><td>the latest now-playing, and the latest play that ended</td><td>the one: its expiry
 * timer, or a play that ended it; the other: its timer, {@link #REMEMBERED} after it was seen</td></tr>
 * <tr><td>timers</td><td>by the wall clock: one per now-playing, and one per user with an ended play</td>
 * <td>firing</td></tr>
 * </table>
 */
final class FollowListeners extends KeyedCoProcessFunction<String, Hearing, Play, Play> {
    /** What audiences gain and lose. */
    static final OutputTag<Attendance> ATTENDANCE = new OutputTag<>("attendance", Attendance.TYPE);

    /** How much later than the play that ended it a now-playing may be seen. */
    static final Duration REMEMBERED = Duration.ofMinutes(2);

    private static final long serialVersionUID = 1L;

    /** Timers fire on full seconds, so that many events of one listener share one. */
    private static final long TIMER_GRAIN_MS = 1_000;

    private final Duration horizon;
    private transient FirstOfEach<Play> firstOfEach;
    private transient ValueState<Presence> presence;

    /** @param horizon how old a play may be at its receipt and still be counted */
    FollowListeners(Duration horizon) {
        this.horizon = horizon;
    }

    @Override
    public void open(OpenContext context) {
        firstOfEach = new FirstOfEach<>(Play.IDENTITY, horizon, getRuntimeContext());
        presence = getRuntimeContext().getState(new ValueStateDescriptor<>("presence", Presence.TYPE));
    }

    @Override
    public void processElement1(Hearing hearing, Context context, Collector<Play> out) throws Exception {
        Presence before = presence();
        tellLeft(before, context);
        long nowMs = context.timerService().currentProcessingTime();
        if (hearing.expiresAtMs() <= nowMs || (before.ended() != null && hearing.stoppedBy(before.ended()))) {
            keep(before.silent());
            context.output(ATTENDANCE, new Attendance(hearing.trackId(), hearing.artistId(), 0));
            return;
        }
        keep(before.hearing(hearing));
        context.timerService().registerProcessingTimeTimer(timer(hearing.expiresAtMs()));
        context.output(ATTENDANCE, new Attendance(hearing.trackId(), hearing.artistId(), 1));
    }

    @Override
    public void processElement2(Play play, Context context, Collector<Play> out) throws Exception {
        if (!firstOfEach.isFirst(play, context.timerService())) {
            return;
        }
        if (play.ended()) {
            end(play, context);
        }
        out.collect(play);
    }

    private void end(Play play, Context context) throws Exception {
        Presence before = presence();
        TimerService timers = context.timerService();
        long forgetAtMs = timer(timers.currentProcessingTime() + REMEMBERED.toMillis());
        if (before.ended() == null) {
            timers.registerProcessingTimeTimer(forgetAtMs);
        }
        Presence after = before.ending(play, forgetAtMs);
        if (before.heard() != null && before.heard().stoppedBy(play)) {
            tellLeft(before, context);
            after = after.silent();
        }
        keep(after);
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<Play> out) throws Exception {
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            firstOfEach.sweep(timestampMs);
            return;
        }
        Presence current = presence();
        if (current.heard() != null && current.heard().expiresAtMs() <= timestampMs) {
            tellLeft(current, context);
            current = current.silent();
        }
        if (current.ended() != null && current.forgetAtMs() <= timestampMs) {
            current = current.forgetful();
        } else if (current.ended() != null) {
            context.timerService().registerProcessingTimeTimer(current.forgetAtMs());
        }
        keep(current);
    }

    private Presence presence() throws Exception {
        Presence known = presence.value();
        return known == null ? Presence.NONE : known;
    }

    private void keep(Presence known) throws Exception {
        if (known.isNothing()) {
            presence.clear();
        } else {
            presence.update(known);
        }
    }

    private static void tellLeft(Presence listener, Context context) {
        Hearing left = listener.heard();
        if (left != null) {
            context.output(ATTENDANCE, new Attendance(left.trackId(), left.artistId(), -1));
        }
    }

    private static long timer(long dueMs) {
        return Math.floorDiv(dueMs + TIMER_GRAIN_MS - 1, TIMER_GRAIN_MS) * TIMER_GRAIN_MS;
    }
}
