package org.hathor.streaming.records;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serialises an immutable record. A subclass says how its fields are written and read, and has a snapshot class of its
 * own; when the fields change, so must the name of the subclass, or old state would be misread.
 *
 * @param <T> the record
 */
public abstract class RecordSerializer<T> extends TypeSerializerSingleton<T> {
    private static final long serialVersionUID = 1L;

    /** Reads what {@link #serialize} wrote. */
    protected abstract T read(DataInputView in) throws IOException;

    @Override
    public final T deserialize(DataInputView in) throws IOException {
        return read(in);
    }

    @Override
    public final T deserialize(T reuse, DataInputView in) throws IOException {
        return read(in);
    }

    @Override
    public final void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(read(in), out);
    }

    @Override
    public final T copy(T from) {
        return from;
    }

    @Override
    public final T copy(T from, T reuse) {
        return from;
    }

    @Override
    public final boolean isImmutableType() {
        return true;
    }

    /** Null: Flink asks for it only to reuse instances, and these are never reused. */
    @Override
    public final T createInstance() {
        return null;
    }

    /** Variable. */
    @Override
    public final int getLength() {
        return -1;
    }
}
