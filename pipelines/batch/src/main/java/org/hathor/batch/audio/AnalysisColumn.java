package org.hathor.batch.audio;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * A column that an analysis fills; it always has a value, unless its kind says that it may have none.
 *
 * @param name in snake case
 * @param kind what its values are
 * @param doc what it means, with unit and range
 */
public record AnalysisColumn(String name, Kind kind, String doc) implements Serializable {
    /** What values a column has, in Java and in the lake. */
    public enum Kind {
        /** {@code String}; {@code string}. */
        TEXT,
        /** {@code Integer}; {@code int}. */
        INTEGER,
        /** {@code Double}; {@code double}. */
        DOUBLE,
        /** {@code OptionalDouble}; {@code double}, null where there is none. */
        MAYBE_DOUBLE,
        /** {@code float[]}; {@code list<float>}. */
        FLOATS,
        /** {@code double[]}; {@code list<double>}. */
        DOUBLES,
        /** {@code byte[]}; {@code binary}. */
        BYTES;

        private Type type(int elementId) {
            return switch (this) {
                case TEXT -> Types.StringType.get();
                case INTEGER -> Types.IntegerType.get();
                case DOUBLE, MAYBE_DOUBLE -> Types.DoubleType.get();
                case FLOATS -> Types.ListType.ofRequired(elementId, Types.FloatType.get());
                case DOUBLES -> Types.ListType.ofRequired(elementId, Types.DoubleType.get());
                case BYTES -> Types.BinaryType.get();
            };
        }
    }

    public AnalysisColumn {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(doc, "doc is null");
    }

    /** The lake's column at a position, counted from 0; a list's element takes an id of its own. */
    Types.NestedField at(int position) {
        return kind == Kind.MAYBE_DOUBLE
                ? Types.NestedField.optional(2 * position + 1, name, kind.type(2 * position + 2), doc)
                : Types.NestedField.required(2 * position + 1, name, kind.type(2 * position + 2), doc);
    }

    /** A value as a row of Spark takes it: arrays of numbers become lists. */
    Serializable toSpark(Object value) {
        Objects.requireNonNull(value, () -> name + " has no value");
        if (value instanceof OptionalDouble maybe) {
            return maybe.isPresent() ? maybe.getAsDouble() : null;
        }
        if (value instanceof float[] floats) {
            ArrayList<Float> list = new ArrayList<>(floats.length);
            for (float element : floats) {
                list.add(element);
            }
            return list;
        }
        if (value instanceof double[] doubles) {
            ArrayList<Double> list = new ArrayList<>(doubles.length);
            for (double element : doubles) {
                list.add(element);
            }
            return list;
        }
        return (Serializable) value;
    }

    /** The values of a row, one for each column. */
    static List<Serializable> toSpark(List<AnalysisColumn> columns, List<Object> values) {
        if (columns.size() != values.size()) {
            throw new IllegalStateException("%d values for %d columns".formatted(values.size(), columns.size()));
        }
        List<Serializable> row = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            row.add(columns.get(i).toSpark(values.get(i)));
        }
        return row;
    }
}
