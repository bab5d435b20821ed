package org.hathor.streaming.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.iceberg.types.Types;
import org.hathor.lake.LakeSchema;

/**
 * Events as rows of a lake table, at the width the table has now: a column that the contract does not know is null.
 *
 * @param <T> the generated class
 */
final class LakeRows<T extends SpecificRecordBase> implements MapFunction<T, RowData> {
    private static final long serialVersionUID = 1L;
    private static final int UNKNOWN = -1;

    /** For each column, the position of its field in the event. */
    private final int[] positions;

    private LakeRows(int[] positions) {
        this.positions = positions;
    }

    /** @throws IllegalArgumentException when the table requires what the contract does not have */
    static <T extends SpecificRecordBase> LakeRows<T> of(Schema contract, org.apache.iceberg.Schema table) {
        Objects.requireNonNull(contract, "contract is null");
        List<Types.NestedField> columns = table.columns();
        int[] positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position(contract, columns.get(i));
        }
        return new LakeRows<>(positions);
    }

    @Override
    public RowData map(T event) {
        GenericRowData row = new GenericRowData(positions.length);
        for (int i = 0; i < positions.length; i++) {
            row.setField(i, positions[i] == UNKNOWN ? null : value(event.get(positions[i])));
        }
        return row;
    }

    private static int position(Schema contract, Types.NestedField column) {
        for (Schema.Field field : contract.getFields()) {
            if (LakeSchema.columnName(field.name()).equals(column.name())) {
                return field.pos();
            }
        }
        if (column.isRequired()) {
            throw new IllegalArgumentException(
                    "table column %s must have a value, but %s has no such field: make the column optional"
                            .formatted(column.name(), contract.getFullName()));
        }
        return UNKNOWN;
    }

    private static Object value(Object value) {
        if (value instanceof CharSequence || value instanceof Enum<?>) {
            return StringData.fromString(value.toString());
        }
        if (value instanceof Instant instant) {
            return TimestampData.fromInstant(instant);
        }
        if (value instanceof List<?> list) {
            return new GenericArrayData(list.stream().map(LakeRows::value).toArray());
        }
        return value;
    }
}
