package org.hathor.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hathor.warehouse.Warehouse;
import org.hathor.warehouse.WarehouseRows;

/** One model's rows among ClickHouse's {@code model_versions}; the caller closes the warehouse. */
public final class ModelVersions {
    private final Warehouse warehouse;
    private final String model;

    /**
     * A version as it is written down.
     *
     * @param version unique for its model
     * @param trainedAt when it was
     * @param promoted whether people are shown what it says
     * @param card its card, as JSON
     */
    public record Entry(String version, Instant trainedAt, boolean promoted, String card) {}

    /** @param model the model's name, e.g. {@code als} */
    public ModelVersions(Warehouse warehouse, String model) {
        this.warehouse = Objects.requireNonNull(warehouse, "warehouse is null");
        this.model = Objects.requireNonNull(model, "model is null");
    }

    /** Whether a version was written to its end: its row comes last. */
    public boolean has(String version) {
        return !versions("AND version = ?", version).isEmpty();
    }

    /** The version now shown: the latest that was promoted. */
    public Optional<String> promoted() {
        return versions("AND promoted = 1 ORDER BY trained_at DESC, version LIMIT 1").stream()
                .findFirst();
    }

    /** Versions that are neither among the latest, nor among the latest that were promoted. */
    public List<String> outdated(int keep) {
        List<String> all = versions("ORDER BY trained_at DESC, version");
        List<String> promoted = versions("AND promoted = 1 ORDER BY trained_at DESC, version");
        List<String> outdated = new ArrayList<>(all.subList(Math.min(keep, all.size()), all.size()));
        outdated.removeAll(promoted.subList(0, Math.min(keep, promoted.size())));
        return outdated;
    }

    /** Writes a version's row: from now on it exists. */
    public void write(Entry entry) {
        WarehouseRows rows =
                WarehouseRows.into("model_versions", "model", "version", "trained_at", "promoted", "metrics");
        rows.addRow(model, entry.version(), entry.trainedAt(), entry.promoted() ? 1 : 0, entry.card());
        warehouse.insert(rows);
    }

    private List<String> versions(String condition, String... parameters) {
        String sql = "SELECT version FROM model_versions FINAL WHERE model = ? " + condition;
        try (Connection connection = warehouse.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, model);
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 2, parameters[i]);
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
