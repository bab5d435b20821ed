package org.hathor.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * How a contract's Avro schema reads as columns of an Iceberg table: names in snake case, instants as
 * {@code timestamptz}, enums as strings, everything else as itself; a column may be null exactly where the field may.
 *
 * <p>Iceberg's own conversion is not used: runtime jars relocate the Avro classes it takes.
 */
public final class LakeSchema {
    private LakeSchema() {}

    /** The columns of a record schema, in its order, ids counted from 1. */
    public static org.apache.iceberg.Schema of(Schema contract) {
        return new org.apache.iceberg.Schema(columns(contract, new AtomicInteger()));
    }

    /** The column that keeps a field: {@code trackLengthMs} is {@code track_length_ms}. */
    public static String columnName(String fieldName) {
        StringBuilder name = new StringBuilder(fieldName.length() + 4);
        for (int i = 0; i < fieldName.length(); i++) {
            char c = fieldName.charAt(i);
            if (Character.isUpperCase(c)) {
                name.append('_');
            }
            name.append(c);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static List<Types.NestedField> columns(Schema contract, AtomicInteger lastId) {
        List<Types.NestedField> columns = new ArrayList<>();
        for (Schema.Field field : contract.getFields()) {
            int id = lastId.incrementAndGet();
            Schema present = withoutNull(field.schema());
            Types.NestedField.Builder column = field.schema().isNullable()
                    ? Types.NestedField.optional(columnName(field.name()))
                    : Types.NestedField.required(columnName(field.name()));
            columns.add(column.withId(id)
                    .ofType(type(present, lastId))
                    .withDoc(field.doc())
                    .build());
        }
        return columns;
    }

    private static Type type(Schema schema, AtomicInteger lastId) {
        return switch (schema.getType()) {
            case STRING, ENUM -> Types.StringType.get();
            case BOOLEAN -> Types.BooleanType.get();
            case INT -> integer(schema);
            case LONG -> longInteger(schema);
            case FLOAT -> Types.FloatType.get();
            case DOUBLE -> Types.DoubleType.get();
            case BYTES -> Types.BinaryType.get();
            case ARRAY -> list(schema.getElementType(), lastId);
            case RECORD -> Types.StructType.of(columns(schema, lastId));
            case UNION, MAP, FIXED, NULL -> throw unsupported(schema);
        };
    }

    private static Type integer(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical == null) {
            return Types.IntegerType.get();
        }
        if (logical.getName().equals("date")) {
            return Types.DateType.get();
        }
        throw unsupported(schema);
    }

    private static Type longInteger(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical == null) {
            return Types.LongType.get();
        }
        if (logical.getName().equals("timestamp-millis")) {
            return Types.TimestampType.withZone();
        }
        throw unsupported(schema);
    }

    private static Type list(Schema element, AtomicInteger lastId) {
        int elementId = lastId.incrementAndGet();
        Type type = type(withoutNull(element), lastId);
        return element.isNullable()
                ? Types.ListType.ofOptional(elementId, type)
                : Types.ListType.ofRequired(elementId, type);
    }

    private static Schema withoutNull(Schema schema) {
        if (!schema.isUnion()) {
            return schema;
        }
        List<Schema> present = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (present.size() != 1) {
            throw unsupported(schema);
        }
        return present.get(0);
    }

    private static IllegalArgumentException unsupported(Schema schema) {
        return new IllegalArgumentException(
                "the lake has no column type for %s: use a plain type, an instant in milliseconds, an array or a record"
                        .formatted(schema));
    }
}
