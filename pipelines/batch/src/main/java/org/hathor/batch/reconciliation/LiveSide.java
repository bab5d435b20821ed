package org.hathor.batch.reconciliation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hathor.warehouse.Warehouse;

/** What ClickHouse says, as Flink filled it. */
final class LiveSide {
    private static final String QUERY =
            """
            SELECT toString(toDate(started_at)) AS day, track_id, %s
            FROM listens FINAL
            WHERE received_at < fromUnixTimestamp64Milli(%d, 'UTC')
            GROUP BY day, track_id
            ORDER BY day, track_id
            """;

    private final Warehouse warehouse;

    LiveSide(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Every track's day with listens received before the cut, in {@link TrackDay#ORDER}. */
    Iterator<TrackDay> trackDays(Instant cut) {
        List<TrackDay> rows = new ArrayList<>();
        try (Connection connection = warehouse.connection();
                PreparedStatement statement =
                        connection.prepareStatement(QUERY.formatted(TrackDay.FEATURES, cut.toEpochMilli()));
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(new TrackDay(
                        LocalDate.parse(result.getString(1)),
                        result.getString(2),
                        result.getLong(3),
                        result.getLong(4),
                        result.getLong(5),
                        result.getLong(6)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("ClickHouse cannot tell the plays by day and track: " + e.getMessage(), e);
        }
        return rows.iterator();
    }
}
