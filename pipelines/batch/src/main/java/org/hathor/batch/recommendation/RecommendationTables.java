package org.hathor.batch.recommendation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.hathor.batch.ModelVersions;
import org.hathor.recommendation.ModelCard;
import org.hathor.warehouse.Warehouse;
import org.hathor.warehouse.WarehouseRows;

/** Lists and versions of models in ClickHouse, where serving reads them. */
final class RecommendationTables implements AutoCloseable {
    private static final int BATCH_ROWS = 100_000;

    private final Warehouse warehouse;

    RecommendationTables(String clickhouseJdbcUrl) {
        warehouse = Warehouse.open(clickhouseJdbcUrl);
    }

    /** Makes what is missing. */
    void migrate() {
        warehouse.migrate();
    }

    /** Whether this version was written to its end: its row comes last. */
    boolean has(String model, String version) {
        return new ModelVersions(warehouse, model).has(version);
    }

    /** Versions of a model that are neither among the latest, nor among the latest that were promoted. */
    List<String> outdated(String model, int keep) {
        return new ModelVersions(warehouse, model).outdated(keep);
    }

    /** Writes lists, in batches. */
    void write(
            String model,
            String version,
            TrainingData.Places places,
            List<String> itemIds,
            Iterator<RankedList> lists) {
        WarehouseRows rows = WarehouseRows.into(
                "recommendation_lists",
                "model",
                "version",
                "user_id",
                "position",
                "track_id",
                "artist_id",
                "score",
                "reason_kind",
                "reason_id");
        while (lists.hasNext()) {
            RankedList list = lists.next();
            boolean popularity = list.userId().isEmpty();
            int position = 0;
            for (RankedList.Entry entry : list.withoutRepeats(item -> places.known(itemIds.get(item)))) {
                String itemId = itemIds.get(entry.item());
                position++;
                rows.addRow(
                        model,
                        version,
                        popularity ? "" : places.userPrefix() + list.userId(),
                        position,
                        places.trackId().getOrDefault(itemId, ""),
                        places.artist(itemId),
                        entry.score(),
                        popularity ? "POPULAR" : entry.reason() < 0 ? "FOR_YOUR_TASTE" : "BECAUSE_YOU_PLAYED",
                        entry.reason() < 0 ? null : places.known(itemIds.get(entry.reason())));
            }
            if (rows.size() >= BATCH_ROWS) {
                warehouse.insert(rows);
                rows.clear();
            }
        }
        warehouse.insert(rows);
    }

    /** Writes a version's row: from now on it exists. */
    void write(ModelCard card, Instant trainedAt) {
        new ModelVersions(warehouse, card.model())
                .write(new ModelVersions.Entry(card.version(), trainedAt, card.promoted(), card.toJson()));
    }

    /** Removes a version's lists. */
    void dropLists(String model, String version) {
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE recommendation_lists DROP PARTITION ('%s', '%s')".formatted(model, version));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public void close() {
        warehouse.close();
    }

    private static IllegalStateException refused(SQLException e) {
        return new IllegalStateException("ClickHouse refused: " + e.getMessage(), e);
    }
}
