package org.hathor.streaming.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Reads some fields straight out of the bytes that one schema wrote, where nothing needs to be resolved: a third of
 * what Avro's resolving reader takes, which is most of what a live job does with an event.
 *
 * <p>Text comes as String, enums as their symbol, everything else as Avro's own primitive. Not for several threads.
 */
final class FieldSkimmer {
    private final Schema part;
    private final Field[] fields;
    private final int[] targets;
    private BinaryDecoder decoder;
    private Utf8 text = new Utf8();

    /** How one field is read, or passed over. */
    @FunctionalInterface
    private interface Field {
        Object read(BinaryDecoder decoder) throws IOException;
    }

    private FieldSkimmer(Schema part, Field[] fields, int[] targets) {
        this.part = part;
        this.fields = fields;
        this.targets = targets;
    }

    /**
     * A reader of {@code part}'s fields in what {@code writer} wrote; none when the schemas differ in one of them, or
     * when an event has a field that is neither primitive nor an enum nor one of these or null.
     */
    static Optional<FieldSkimmer> of(Schema writer, Schema part) {
        boolean same = part.getFields().stream()
                .allMatch(field -> writer.getField(field.name()) != null
                        && writer.getField(field.name()).schema().equals(field.schema()));
        boolean plain = writer.getFields().stream().allMatch(field -> isPlain(field.schema()));
        if (!same || !plain) {
            return Optional.empty();
        }
        List<Schema.Field> written = writer.getFields();
        Field[] fields = new Field[written.size()];
        int[] targets = new int[fields.length];
        FieldSkimmer skimmer = new FieldSkimmer(part, fields, targets);
        for (int i = 0; i < fields.length; i++) {
            Schema.Field wanted = part.getField(written.get(i).name());
            targets[i] = wanted == null ? -1 : wanted.pos();
            fields[i] = wanted == null
                    ? passing(written.get(i).schema())
                    : skimmer.reading(written.get(i).schema());
        }
        return Optional.of(skimmer);
    }

    /**
     * Reads one event.
     *
     * @param offset where in the bytes it begins
     * @throws IOException when the bytes end too soon
     */
    IndexedRecord read(byte[] bytes, int offset) throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, decoder);
        GenericData.Record event = new GenericData.Record(part);
        for (int i = 0; i < fields.length; i++) {
            Object value = fields[i].read(decoder);
            if (targets[i] >= 0) {
                event.put(targets[i], value);
            }
        }
        return event;
    }

    private static boolean isPlain(Schema schema) {
        return switch (schema.getType()) {
            case STRING, LONG, INT, BOOLEAN, DOUBLE, ENUM -> true;
            case UNION ->
                schema.getTypes().size() == 2
                        && schema.getTypes().get(0).getType() == Schema.Type.NULL
                        && schema.getTypes().get(1).getType() != Schema.Type.NULL
                        && isPlain(schema.getTypes().get(1));
            default -> false;
        };
    }

    private Field reading(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> this::text;
            case ENUM -> {
                List<String> symbols = schema.getEnumSymbols();
                yield in -> symbols.get(in.readEnum());
            }
            case UNION -> {
                Field present = reading(schema.getTypes().get(1));
                yield in -> isAbsent(in) ? null : present.read(in);
            }
            default -> passing(schema);
        };
    }

    private static Field passing(Schema schema) {
        return switch (schema.getType()) {
            case STRING ->
                in -> {
                    in.skipString();
                    return null;
                };
            case LONG -> BinaryDecoder::readLong;
            case INT -> BinaryDecoder::readInt;
            case ENUM -> BinaryDecoder::readEnum;
            case BOOLEAN -> BinaryDecoder::readBoolean;
            case DOUBLE -> BinaryDecoder::readDouble;
            case UNION -> {
                Field present = passing(schema.getTypes().get(1));
                yield in -> isAbsent(in) ? null : present.read(in);
            }
            default -> throw new IllegalArgumentException("not a plain field: " + schema);
        };
    }

    private static boolean isAbsent(BinaryDecoder in) throws IOException {
        int branch = in.readIndex();
        if (branch != 0 && branch != 1) {
            throw new AvroTypeException("no such branch of a union: " + branch);
        }
        return branch == 0;
    }

    private String text(BinaryDecoder in) throws IOException {
        text = in.readString(text);
        return new String(text.getBytes(), 0, text.getByteLength(), StandardCharsets.UTF_8);
    }
}
