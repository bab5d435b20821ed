package org.hathor.streaming.livecounts;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds changes up to counts, and gives out each count as it stands after a change.
 *
 * <table><caption>State, keyed by what is counted</caption>
 * <tr><th>state</th><th>holds</th><th>cleared by</th></tr>
 * <tr><td>{@code count}</td><td>the count</td><td>of plays: the timer, a day after the last play of its UTC day that is
 * not beyond the horizon can have been received; of listeners: being 0</td></tr>
 * <tr><td>timers</td><td>by event time (receipt); one per count of plays</td><td>firing</td></tr>
 * </table>
 *
 * <p>Counter {@code tooLate}: changes of a count that is already cleared. They would need an event whose partition
 * stayed a day behind all others; they are not counted here, though ledger and ClickHouse have the event.
 */
final class KeepCounts extends KeyedProcessFunction<String, Tally, Tally> {
    private static final long serialVersionUID = 1L;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final long horizonMs;
    private transient ValueState<Tally> count;
    private transient Counter tooLate;

    /** @param horizon how old a listen may be at its receipt and still be counted */
    KeepCounts(Duration horizon) {
        this.horizonMs = horizon.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Tally.TYPE));
        tooLate = getRuntimeContext().getMetricGroup().counter("tooLate");
    }

    @Override
    public void processElement(Tally change, Context context, Collector<Tally> out) throws Exception {
        Tally before = count.value();
        if (before == null && change.hasDay()) {
            long clearAtMs = clearAtMs(change.epochDay());
            if (context.timerService().currentWatermark() >= clearAtMs) {
                tooLate.inc();
                return;
            }
            context.timerService().registerEventTimeTimer(clearAtMs);
        }
        Tally after = before == null ? change : before.plus(change);
        if (after.value() == 0) {
            count.clear();
        } else {
            count.update(after);
        }
        out.collect(after);
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<Tally> out) {
        count.clear();
    }

    private long clearAtMs(int epochDay) {
        return (epochDay + 1) * DAY_MS + horizonMs + DAY_MS;
    }
}
