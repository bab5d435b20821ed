package org.hathor.streaming.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/** The rows of a lake table that belong to one test. */
final class LakeRowsRead {
    private LakeRowsRead() {}

    /** One column's values, copies included. */
    static List<String> column(Table table, String column, String whereColumn, String startsWith) {
        table.refresh();
        List<String> values = new ArrayList<>();
        try (CloseableIterable<Record> rows = IcebergGenerics.read(table)
                .select(column, whereColumn)
                .where(Expressions.startsWith(whereColumn, startsWith))
                .build()) {
            rows.forEach(row -> values.add(String.valueOf(row.getField(column))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return values;
    }
}
