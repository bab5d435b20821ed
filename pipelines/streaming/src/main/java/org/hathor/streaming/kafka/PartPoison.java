package org.hathor.streaming.kafka;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.hathor.contracts.ingest.DeadLetter;

/**
 * Passes events on and lets the letters about unreadable ones leave by the side output {@link #DEAD_LETTERS}.
 *
 * <p>No state. Counter {@code poison}: the unreadable events seen by this attempt.
 *
 * @param <T> the generated class
 */
public final class PartPoison<T extends SpecificRecordBase> extends ProcessFunction<Either<T, DeadLetter>, T> {
    /** Unreadable events. One job per topic sends them on; the others leave them. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", new EventTypeInformation<>(DeadLetter.class));

    private static final long serialVersionUID = 1L;

    private transient Counter poison;

    @Override
    public void open(OpenContext context) {
        poison = getRuntimeContext().getMetricGroup().counter("poison");
    }

    @Override
    public void processElement(Either<T, DeadLetter> read, Context context, Collector<T> out) {
        if (read.isLeft()) {
            out.collect(read.left());
        } else {
            poison.inc();
            context.output(DEAD_LETTERS, read.right());
        }
    }
}
