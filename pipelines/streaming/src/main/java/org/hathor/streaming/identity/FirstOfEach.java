package org.hathor.streaming.identity;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;

/**
 * Tells the first event of each identity from its copies, within an operator that is keyed by user.
 *
 * <p>A copy of an event that is still on the live path arrives at most the horizon after the event began; the event
 * itself was received no earlier than it began, give or take a client's fast clock. So an id need be remembered only
 * until receivedAt + horizon + skew; a copy that arrives later is beyond the horizon and takes the historical path.
 * Forgetting follows event time (receipt), never the wall clock, so reading an old backlog gives what reading it live
 * gave.
 *
 * <table><caption>State, keyed by user</caption>
 * <tr><th>state</th><th>holds</th><th>cleared by</th></tr>
 * <tr><td>{@code seen}</td><td>each id, and the hour until which it is kept</td><td>the sweep timer: ids past their
 * hour; a user without ids has no state</td></tr>
 * <tr><td>timers</td><td>by event time; one per user and hour in which he was active</td><td>firing, when the watermark
 * reaches the full hour after the retention, plus an hour for partitions that lag</td></tr>
 * </table>
 *
 * <p>Counter {@code duplicates}: the copies met by this attempt.
 *
 * @param <T> the kind of event
 */
public final class FirstOfEach<T> {
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    private final EventIdentity<T> identity;
    private final long retentionMs;
    private final ValueState<SeenIds> seen;
    private final Counter duplicates;

    /**
     * Opens the state in an operator.
     *
     * @param horizon how old an event may be at its receipt and still take the live path
     */
    public FirstOfEach(EventIdentity<T> identity, Duration horizon, RuntimeContext operator) {
        this.identity = Objects.requireNonNull(identity, "identity is null");
        this.retentionMs = horizon.plus(Deduplicate.CLOCK_SKEW).toMillis();
        this.seen = operator.getState(new ValueStateDescriptor<>("seen", SeenIds.Serializer.INSTANCE));
        this.duplicates = operator.getMetricGroup().counter("duplicates");
    }

    /** Whether the event is the first of its identity, which is remembered from now on. */
    public boolean isFirst(T event, TimerService timers) throws Exception {
        SeenIds ids = seen.value();
        if (ids == null) {
            ids = new SeenIds();
        }
        int hour = sweepHour(identity.receivedAt().apply(event).toEpochMilli());
        int hourBefore = ids.lastHourAdded();
        if (!ids.add(identity.id().apply(event), hour)) {
            duplicates.inc();
            return false;
        }
        seen.update(ids);
        if (hour != hourBefore) {
            timers.registerEventTimeTimer(hour * HOUR_MS);
        }
        return true;
    }

    /** What the operator must do when a timer of event time fires. */
    public void sweep(long timestampMs) throws Exception {
        SeenIds ids = seen.value();
        if (ids == null) {
            return;
        }
        ids.removeUntil((int) Math.floorDiv(timestampMs, HOUR_MS));
        if (ids.isEmpty()) {
            // or something would stay behind for every user there ever was
            seen.clear();
        } else {
            seen.update(ids);
        }
    }

    /** The full hour after the retention has passed, and one more. */
    private int sweepHour(long receivedAtMs) {
        return (int) (Math.floorDiv(receivedAtMs + retentionMs, HOUR_MS) + 2);
    }
}
