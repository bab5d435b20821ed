package org.hathor.serving;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/**
 * Reads from the warehouse: parameterised queries, bounded in time, with one way to fail.
 *
 * <p>Thread-safe. Every query runs on a connection of its own, taken from the source and given back.
 */
public final class ClickHouse {
    private static final int CAUSES_MAX = 8;

    private final ConnectionSource connections;
    private final Duration timeout;

    /** Where connections come from: {@link Connection#close} gives one back. */
    @FunctionalInterface
    public interface ConnectionSource {
        Connection open() throws SQLException;
    }

    /** One row of an answer as a value. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(Row row) throws SQLException;
    }

    /** @param timeout after which a query is given up, at least a second */
    public ClickHouse(ConnectionSource connections, Duration timeout) {
        this.connections = Objects.requireNonNull(connections, "connections is null");
        this.timeout = Objects.requireNonNull(timeout, "timeout is null");
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("timeout must be a second or more, not " + timeout);
        }
    }

    /**
     * The rows of the answer, in its order.
     *
     * @param parameters values of the question marks: strings, integers, longs or instants
     * @throws ServingException with {@link StoreError}
     */
    public <T> List<T> query(String sql, RowMapper<T> mapper, List<?> parameters) {
        try (Connection connection = connections.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) timeout.toSeconds());
            for (int i = 0; i < parameters.size(); i++) {
                bind(statement, i + 1, parameters.get(i));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet answer = statement.executeQuery()) {
                Row row = new Row(answer);
                while (answer.next()) {
                    rows.add(mapper.map(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** As many question marks as there are values, for {@code IN (…)}. */
    public static String marks(int count) {
        return "?, ".repeat(count - 1) + "?";
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            // As a number: no time zone of driver, server or machine can shift it.
            statement.setLong(index, instant.toEpochMilli());
        } else if (value instanceof Long || value instanceof Integer) {
            statement.setLong(index, ((Number) value).longValue());
        } else {
            statement.setString(
                    index, Objects.requireNonNull(value, "a parameter is null").toString());
        }
    }

    private static ServingException failed(SQLException e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return new ServingException(
                        StoreError.STORE_UNAVAILABLE, "The warehouse does not answer: try again", Map.of(), e);
            }
            cause = cause.getCause();
        }
        return new ServingException(StoreError.STORE_FAILED, "The warehouse refused a query", Map.of(), e);
    }

    /** The current row of an answer. */
    public static final class Row {
        private final ResultSet answer;

        private Row(ResultSet answer) {
            this.answer = answer;
        }

        public String text(String column) throws SQLException {
            return answer.getString(column);
        }

        /** The text, null where it is absent or empty. */
        public String textOrNull(String column) throws SQLException {
            String text = answer.getString(column);
            return text == null || text.isEmpty() ? null : text;
        }

        public long number(String column) throws SQLException {
            return answer.getLong(column);
        }

        public Long numberOrNull(String column) throws SQLException {
            long number = answer.getLong(column);
            return answer.wasNull() ? null : number;
        }

        public double real(String column) throws SQLException {
            return answer.getDouble(column);
        }
    }
}
