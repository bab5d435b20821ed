package org.hathor.importers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hathor.warehouse.Warehouse;

/** The listens in ClickHouse: which of some are there, and how many an importer brought. */
final class WarehouseListens implements KnownListens {
    private static final Pattern UUID = Pattern.compile("[0-9a-f-]{36}");

    private final Warehouse warehouse;

    private WarehouseListens(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    static WarehouseListens at(String clickhouseJdbcUrl) {
        return new WarehouseListens(Warehouse.open(clickhouseJdbcUrl));
    }

    @Override
    public Set<String> among(String userId, List<String> listenIds) {
        if (listenIds.isEmpty()) {
            return Set.of();
        }
        String ids = listenIds.stream().map(WarehouseListens::quoted).collect(Collectors.joining(","));
        try (Connection connection = warehouse.connection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT DISTINCT listen_id FROM listens WHERE user_id = ? AND listen_id IN (" + ids + ")")) {
            query.setString(1, userId);
            Set<String> known = new HashSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getString(1));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("ClickHouse did not say which listens it knows: " + e.getMessage(), e);
        }
    }

    /**
     * How many listens were brought by that client's import.
     *
     * @param userId whose; null for everybody's
     */
    long imported(String client, String userId) {
        try (Connection connection = warehouse.connection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT count() FROM listens FINAL WHERE source = 'import' AND client = ?"
                                + (userId == null ? "" : " AND user_id = ?"))) {
            query.setString(1, client);
            if (userId != null) {
                query.setString(2, userId);
            }
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("ClickHouse did not count its listens: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        warehouse.close();
    }

    /** Imported listens have ids of our own making; nothing else may get into the statement. */
    private static String quoted(String listenId) {
        if (!UUID.matcher(listenId).matches()) {
            throw new IllegalArgumentException("not an id of an imported listen: " + listenId);
        }
        return "'" + listenId + "'";
    }
}
