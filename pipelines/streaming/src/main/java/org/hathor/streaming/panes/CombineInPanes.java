package org.hathor.streaming.panes;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Combines what each subtask sees within a short time before it is sent on by key.
 *
 * <p>A pane is emptied when its time is over, when it is full, before every checkpoint barrier and at the end of input.
 * Since nothing is held across a barrier there is no state, and what is combined is counted exactly once. Watermarks do
 * not wait for the pane: what comes out may be behind them by its length.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
public final class CombineInPanes<I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private static final int SIZE_MAX = 50_000;

    private final SerializableSupplier<Pane<I, O>> empty;
    private final long lengthMs;
    private transient Pane<I, O> pane;
    private transient StreamRecord<O> out;
    private transient boolean timerSet;

    CombineInPanes(SerializableSupplier<Pane<I, O>> empty, Duration length) {
        this.empty = Objects.requireNonNull(empty, "empty is null");
        this.lengthMs = length.toMillis();
    }

    /**
     * The stream combined by pane.
     *
     * @param empty makes an empty pane
     * @param length the longest that a value is held
     * @param uid the operator's uid and name
     */
    public static <I, O> SingleOutputStreamOperator<O> apply(
            DataStream<I> values,
            SerializableSupplier<Pane<I, O>> empty,
            Duration length,
            TypeInformation<O> type,
            String uid) {
        return values.transform(uid, type, new CombineInPanes<>(empty, length)).uid(uid);
    }

    @Override
    public void open() throws Exception {
        super.open();
        pane = empty.get();
        out = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<I> element) {
        pane.add(element.getValue());
        if (pane.size() >= SIZE_MAX) {
            drain();
        } else if (!timerSet) {
            timerSet = true;
            long now = getProcessingTimeService().getCurrentProcessingTime();
            getProcessingTimeService().registerTimer(now + lengthMs, time -> {
                timerSet = false;
                drain();
            });
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        drain();
    }

    @Override
    public void endInput() {
        drain();
    }

    private void drain() {
        pane.drain(value -> output.collect(out.replace(value)));
    }
}
