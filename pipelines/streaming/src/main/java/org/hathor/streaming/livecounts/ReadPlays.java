package org.hathor.streaming.livecounts;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.hathor.contracts.playback.Listen;

/**
 * Takes from each listen what counting needs, and leaves out those beyond the horizon: they reach ClickHouse and the
 * lake by the historical path.
 *
 * <p>No state. Counter {@code beyondHorizon}: the listens left out by this attempt.
 */
final class ReadPlays extends RichFlatMapFunction<Listen, Play> {
    private static final long serialVersionUID = 1L;

    private final long horizonMs;
    private transient Counter beyondHorizon;

    ReadPlays(Duration horizon) {
        this.horizonMs = horizon.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        beyondHorizon = getRuntimeContext().getMetricGroup().counter("beyondHorizon");
    }

    @Override
    public void flatMap(Listen listen, Collector<Play> out) {
        Play play = Play.of(listen);
        if (play.receivedAtMs() - play.startedAtMs() > horizonMs) {
            beyondHorizon.inc();
        } else {
            out.collect(play);
        }
    }
}
