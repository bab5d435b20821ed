package org.hathor.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The agreement about one kind of event: its Avro schema, its topic, its table, and its bytes on Kafka.
 *
 * <p>Bytes are Avro's single-object encoding (specification, section "Single-object encoding"): two marker bytes, the
 * schema's 64-bit fingerprint, the binary body. A decoder reads every released version and resolves it to the current
 * one.
 *
 * <p>Instances are immutable; {@link #encode} and {@link #decode} may be called from several threads.
 *
 * @param <T> the generated class
 */
public final class Contract<T extends SpecificRecordBase> {
    private final Class<T> type;
    private final Schema schema;
    private final Topic topic;
    private final BinaryMessageEncoder<T> encoder;
    private final Optional<RecordEncoder> recordEncoder;
    private final BinaryMessageDecoder<T> decoder;

    Contract(Class<T> type, List<Schema> released) {
        this.type = Objects.requireNonNull(type, "type is null");
        this.schema = SpecificData.get().getSchema(type);
        this.topic = Topic.of(schema);
        SpecificData model = SpecificData.getForClass(type);
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.recordEncoder = RecordEncoder.of(schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema);
        released.forEach(decoder::addSchema);
    }

    /** The generated class. */
    public Class<T> type() {
        return type;
    }

    /** The current schema, with its properties. */
    public Schema schema() {
        return schema;
    }

    /** Where events of this kind travel. */
    public Topic topic() {
        return topic;
    }

    /** The table, in the lake and in ClickHouse, that keeps these events; empty for events that are not kept. */
    public Optional<String> table() {
        return Optional.ofNullable(schema.getProp("table"));
    }

    /** The event's key on its topic: the value of the schema's key field. */
    public String key(T event) {
        return String.valueOf(event.get(topic.keyField()));
    }

    /**
     * The event's bytes in single-object encoding.
     *
     * @throws UncheckedIOException never in practice: the target is memory
     */
    public byte[] encode(T event) {
        try {
            return recordEncoder.isPresent() ? recordEncoder.get().encode(event) : encodeGenerally(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same bytes by Avro's own writer, which knows every schema. */
    byte[] encodeGenerally(T event) {
        try {
            ByteBuffer buffer = encoder.encode(event);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an event written under this contract's current or any released version.
     *
     * @throws MalformedEventException when the bytes are not such an event
     */
    public T decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            throw new MalformedEventException(
                    "not a %s event of a known version: %s".formatted(schema.getName(), e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return schema.getFullName() + " on " + topic.name();
    }
}
