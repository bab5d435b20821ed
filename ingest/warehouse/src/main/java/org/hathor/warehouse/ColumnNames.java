package org.hathor.warehouse;

import java.util.Locale;

/** How a contract's field is called as a column: {@code trackLengthMs} becomes {@code track_length_ms}. */
public final class ColumnNames {
    private ColumnNames() {}

    /** The column of a camel-case field. */
    public static String of(String field) {
        return field.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
