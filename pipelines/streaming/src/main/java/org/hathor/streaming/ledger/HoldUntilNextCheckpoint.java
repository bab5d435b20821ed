package org.hathor.streaming.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;

/**
 * Holds each event until the checkpoint that follows its arrival has completed.
 *
 * <p>Whatever lay before the event on its partition belongs to that checkpoint or an earlier one, so sinks commit it
 * when that checkpoint completes. The event itself leaves only then and is committed one checkpoint later. Who sees it
 * committed therefore sees committed everything that came before it: a late copy never shows before the live original.
 *
 * <table><caption>State, of the operator</caption>
 * <tr><th>state</th><th>holds</th><th>cleared by</th></tr>
 * <tr><td>{@code held}</td><td>events in their contract's encoding, whether a checkpoint covers them yet or not</td>
 * <td>the completion of the checkpoint that follows their arrival; restored ones by the next that completes; the end
 * of input, as nothing can leave after it</td></tr>
 * </table>
 *
 * <p>Gauge {@code held}: events held now.
 *
 * @param <T> the generated class
 */
public final class HoldUntilNextCheckpoint<T extends SpecificRecordBase> extends AbstractStreamOperator<T>
        implements OneInputStreamOperator<T, T>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private static final long BEFORE_ANY_CHECKPOINT = Long.MIN_VALUE;

    private final Class<T> type;
    private transient Contract<T> contract;
    private transient ListState<byte[]> state;
    private transient List<byte[]> arrived;
    private transient Deque<Covered> covered;

    public HoldUntilNextCheckpoint(Class<T> type) {
        this.type = Objects.requireNonNull(type, "type is null");
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        contract = Contracts.of(type);
        arrived = new ArrayList<>();
        covered = new ArrayDeque<>();
        state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("held", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        List<byte[]> restored = new ArrayList<>();
        state.get().forEach(restored::add);
        state.clear();
        if (!restored.isEmpty()) {
            covered.add(new Covered(BEFORE_ANY_CHECKPOINT, restored));
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        getMetricGroup().gauge("held", this::count);
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        arrived.add(contract.encode(element.getValue()));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        if (!arrived.isEmpty()) {
            covered.add(new Covered(context.getCheckpointId(), arrived));
            arrived = new ArrayList<>();
        }
        state.clear();
        for (Covered events : covered) {
            state.addAll(events.encoded());
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        while (!covered.isEmpty() && covered.peekFirst().checkpointId() <= checkpointId) {
            release(covered.removeFirst().encoded());
        }
        // the next snapshot writes it anew; until then it would only keep alive what has left
        state.clear();
    }

    /** Nothing may leave once the input has ended, so all does now; both are then committed by the last checkpoint. */
    @Override
    public void endInput() {
        while (!covered.isEmpty()) {
            release(covered.removeFirst().encoded());
        }
        release(arrived);
        arrived = new ArrayList<>();
    }

    private int count() {
        return arrived.size()
                + covered.stream().mapToInt(events -> events.encoded().size()).sum();
    }

    private void release(List<byte[]> encoded) {
        for (byte[] event : encoded) {
            output.collect(new StreamRecord<>(contract.decode(event)));
        }
    }

    /** Events that arrived before a checkpoint's barrier. */
    private record Covered(long checkpointId, List<byte[]> encoded) {}
}
