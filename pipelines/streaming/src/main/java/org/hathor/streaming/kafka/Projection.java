package org.hathor.streaming.kafka;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.util.function.SerializableFunction;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.MalformedEventException;

/**
 * As much of a contract's events as a job needs. The other fields are skipped as the bytes are read, which costs a
 * fraction of making them.
 *
 * @param type the generated class of the whole event
 * @param fields names of the fields that are read
 * @param reading makes the result of a record with just these fields, in this order: text as String, instants as epoch
 *     milliseconds in a Long, enums as something whose {@code toString} is the symbol
 * @param <T> the generated class
 * @param <R> what is made of an event
 */
public record Projection<T extends SpecificRecordBase, R>(
        Class<T> type, List<String> fields, SerializableFunction<IndexedRecord, R> reading) implements Serializable {
    private static final int SINGLE_OBJECT_HEADER_BYTES = 2 + Long.BYTES;

    public Projection {
        Objects.requireNonNull(type, "type is null");
        Objects.requireNonNull(reading, "reading is null");
        fields = List.copyOf(fields);
        readerSchema(Contracts.of(type), fields);
    }

    /** The contract of these events. */
    public Contract<T> contract() {
        return Contracts.of(type);
    }

    /**
     * A reader of the bytes that {@link Contract#encode} makes, under any released version. Not for several threads.
     */
    Decoder<R> decoder() {
        Contract<T> contract = contract();
        Schema part = readerSchema(contract, fields);
        BinaryMessageDecoder<IndexedRecord> resolving = new BinaryMessageDecoder<>(new GenericData(), part);
        Map<Long, FieldSkimmer> skimmers = new HashMap<>();
        List<Schema> versions =
                new ArrayList<>(Contracts.released(contract.schema().getName()));
        versions.add(contract.schema());
        for (Schema version : versions) {
            resolving.addSchema(version);
            FieldSkimmer.of(version, part)
                    .ifPresent(skimmer -> skimmers.put(SchemaNormalization.parsingFingerprint64(version), skimmer));
        }
        return bytes -> {
            try {
                FieldSkimmer skimmer = skimmers.get(writerOf(bytes));
                return reading.apply(
                        skimmer == null ? resolving.decode(bytes) : skimmer.read(bytes, SINGLE_OBJECT_HEADER_BYTES));
            } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
                throw new MalformedEventException(
                        "not a %s event of a known version: %s".formatted(type.getSimpleName(), e.getMessage()), e);
            }
        };
    }

    /**
     * The fingerprint of the schema that wrote an event, by the header of Avro's single-object encoding; null where
     * there is no such header.
     */
    private static Long writerOf(byte[] bytes) {
        if (bytes.length < SINGLE_OBJECT_HEADER_BYTES || bytes[0] != (byte) 0xC3 || bytes[1] != 0x01) {
            return null;
        }
        return ByteBuffer.wrap(bytes, 2, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
    }

    /**
     * Reads one event.
     *
     * @param <R> what is made of it
     */
    @FunctionalInterface
    interface Decoder<R> {
        /** @throws MalformedEventException when the bytes are not such an event */
        R decode(byte[] bytes);
    }

    private static Schema readerSchema(Contract<?> contract, List<String> fields) {
        Schema whole = contract.schema();
        Schema part = Schema.createRecord(whole.getName(), null, whole.getNamespace(), false);
        part.setFields(fields.stream()
                .map(name -> new Schema.Field(
                        Objects.requireNonNull(
                                whole.getField(name), () -> "%s has no field %s".formatted(whole.getName(), name)),
                        whole.getField(name).schema()))
                .toList());
        return part;
    }
}
