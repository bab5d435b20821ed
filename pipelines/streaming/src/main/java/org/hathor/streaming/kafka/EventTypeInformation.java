package org.hathor.streaming.kafka;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.formats.avro.typeutils.AvroSerializer;

/**
 * How Flink carries and keeps an event: as Avro, never by reflection, so that state written under one version of a
 * contract is read under the next.
 *
 * <p>Operators that give events must be told it, {@code stream.process(function, new EventTypeInformation<>(type))}:
 * Flink's own search for a type fails on immutable Avro classes before a later {@code returns} is heard.
 *
 * @param <T> the generated class
 */
public final class EventTypeInformation<T extends SpecificRecordBase> extends TypeInformation<T> {
    private final Class<T> type;

    public EventTypeInformation(Class<T> type) {
        this.type = Objects.requireNonNull(type, "type is null");
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new AvroSerializer<>(type);
    }

    @Override
    public String toString() {
        return "Event<" + type.getSimpleName() + ">";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventTypeInformation<?> that && type == that.type;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof EventTypeInformation<?>;
    }
}
