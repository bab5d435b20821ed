package org.hathor.batch.mood;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hathor.mood.ModelCard;
import org.hathor.warehouse.Warehouse;
import org.hathor.warehouse.WarehouseRows;

/** The mood network's rows among ClickHouse's {@code model_versions}. */
final class MoodVersions implements AutoCloseable {
    /** The model's name there. */
    static final String MODEL = "mood";

    private final Warehouse warehouse;

    MoodVersions(String clickhouseJdbcUrl) {
        warehouse = Warehouse.open(clickhouseJdbcUrl);
    }

    void migrate() {
        warehouse.migrate();
    }

    /** Whether a version was written to its end: its row comes last. */
    boolean has(String version) {
        return !versions("AND version = ?", version).isEmpty();
    }

    /** The version now shown: the latest that was promoted. */
    Optional<String> promoted() {
        return versions("AND promoted = 1 ORDER BY trained_at DESC, version LIMIT 1").stream()
                .findFirst();
    }

    /** Versions that are neither among the latest, nor among the latest that were promoted. */
    List<String> outdated(int keep) {
        List<String> outdated = new ArrayList<>(versions("ORDER BY trained_at DESC, version"));
        List<String> promoted = versions("AND promoted = 1 ORDER BY trained_at DESC, version");
        outdated.removeAll(List.copyOf(outdated.subList(0, Math.min(keep, outdated.size()))));
        outdated.removeAll(promoted.subList(0, Math.min(keep, promoted.size())));
        return outdated;
    }

    /** Writes a version's row: from now on it exists. */
    void write(ModelCard card, Instant trainedAt) {
        WarehouseRows rows =
                WarehouseRows.into("model_versions", "model", "version", "trained_at", "promoted", "metrics");
        rows.addRow(MODEL, card.version(), trainedAt, card.promoted() ? 1 : 0, card.toJson());
        warehouse.insert(rows);
    }

    @Override
    public void close() {
        warehouse.close();
    }

    private List<String> versions(String condition, String... parameters) {
        String sql = "SELECT version FROM model_versions FINAL WHERE model = '%s' %s".formatted(MODEL, condition);
        try (Connection connection = warehouse.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> versions = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    versions.add(result.getString(1));
                }
            }
            return versions;
        } catch (SQLException e) {
            throw new IllegalStateException("ClickHouse refused: " + e.getMessage(), e);
        }
    }
}
