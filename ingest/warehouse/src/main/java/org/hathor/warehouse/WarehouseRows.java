package org.hathor.warehouse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.hathor.contracts.Contract;

/**
 * Rows for one table, kept as the bytes ClickHouse will parse (ClickHouse's format {@code JSONCompactEachRow}, which it
 * reads more than twice as fast as one with names) from the moment they are added.
 *
 * <p>A batch is written by {@link Warehouse#insert(WarehouseRows)}, and may then be cleared and filled again. Up to
 * {@link #ROWS_MAX} rows make one block, so they become visible together: one part in each partition they touch. Not
 * for several threads.
 */
public final class WarehouseRows {
    /** The most rows one batch takes; well below what ClickHouse splits into several blocks. */
    public static final int ROWS_MAX = 500_000;

    private static final JsonFactory JSON = new JsonFactory();

    /** One insert is one block, written before it is acknowledged. */
    private static final String SETTINGS =
            "async_insert = 0, input_format_parallel_parsing = 0, max_insert_threads = 1";

    private final String table;
    private final List<String> columns;
    private final Bytes bytes = new Bytes();
    private final JsonGenerator json;
    private final IsoInstant instants = new IsoInstant();
    private int count;

    private WarehouseRows(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
        try {
            this.json = JSON.createGenerator(bytes);
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An empty batch for the contract's table.
     *
     * @throws IllegalArgumentException when the contract's events are not kept in a table
     */
    public static WarehouseRows of(Contract<?> contract) {
        String table = contract.table()
                .orElseThrow(() -> new IllegalArgumentException("events of %s are kept in no table"
                        .formatted(contract.schema().getName())));
        return new WarehouseRows(
                table,
                contract.schema().getFields().stream()
                        .map(Schema.Field::name)
                        .map(ColumnNames::of)
                        .toList());
    }

    /** An empty batch for a table of another shape. */
    public static WarehouseRows into(String table, String... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("name at least one column of %s".formatted(table));
        }
        return new WarehouseRows(table, List.of(columns));
    }

    /** Adds an event of the contract this batch was made for. */
    public void add(IndexedRecord event) {
        int width = event.getSchema().getFields().size();
        requireRoomFor(width);
        try {
            json.writeStartArray();
            for (int i = 0; i < width; i++) {
                write(event.get(i));
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count++;
    }

    /**
     * Adds a row.
     *
     * @param values in the order of the columns: text, numbers, booleans, enums, instants (to the millisecond), dates,
     *     collections of these, or null
     */
    public void addRow(Object... values) {
        requireRoomFor(values.length);
        try {
            json.writeStartArray();
            for (int i = 0; i < values.length; i++) {
                write(values[i]);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count++;
    }

    /** How many rows wait. */
    public int size() {
        return count;
    }

    /** How many bytes wait, about. */
    public long sizeBytes() {
        return bytes.size();
    }

    /** Forgets all rows and keeps the memory. */
    public void clear() {
        flush();
        bytes.reset();
        count = 0;
    }

    String statement() {
        return "INSERT INTO %s (%s) SETTINGS %s FORMAT JSONCompactEachRow"
                .formatted(table, String.join(", ", columns), SETTINGS);
    }

    BodyPublisher body() {
        flush();
        return BodyPublishers.ofByteArray(bytes.array(), 0, bytes.size());
    }

    private void flush() {
        try {
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireRoomFor(int width) {
        if (width != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of %s has %d values, not %d".formatted(table, columns.size(), width));
        }
        if (count == ROWS_MAX) {
            throw new IllegalStateException("a batch holds at most %d rows: insert and clear it".formatted(ROWS_MAX));
        }
    }

    private void write(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof LocalDate) {
            json.writeString(value.toString());
        } else if (value instanceof Instant instant) {
            json.writeRawValue(instants.quoted(instant));
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double || value instanceof Float) {
            json.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(item);
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException(
                    "%s has no column type: give text, numbers, instants, dates or collections"
                            .formatted(value.getClass().getName()));
        }
    }

    /** A growing buffer whose array is read in place. */
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(1 << 16);
        }

        byte[] array() {
            return buf;
        }
    }
}
