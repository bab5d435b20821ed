package org.hathor.streaming.ledger;

import java.time.Duration;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.hathor.contracts.playback.Listen;
import org.hathor.streaming.kafka.EventTypeInformation;

/**
 * Parts listens by how old they were when the gateway took them: those up to a limit go on, older ones leave by the
 * side output {@link #LATE}.
 *
 * <p>No state.
 */
public final class PartLate extends ProcessFunction<Listen, Listen> {
    /** Listens older than the limit. */
    public static final OutputTag<Listen> LATE = new OutputTag<>("late", new EventTypeInformation<>(Listen.class));

    private static final long serialVersionUID = 1L;

    private final long ageMsMax;

    /** @param ageMax the oldest that is not late */
    public PartLate(Duration ageMax) {
        this.ageMsMax = ageMax.toMillis();
    }

    @Override
    public void processElement(Listen listen, Context context, Collector<Listen> out) {
        long ageMs =
                listen.getReceivedAt().toEpochMilli() - listen.getStartedAt().toEpochMilli();
        if (ageMs <= ageMsMax) {
            out.collect(listen);
        } else {
            context.output(LATE, listen);
        }
    }
}
