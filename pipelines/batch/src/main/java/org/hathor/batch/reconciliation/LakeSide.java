package org.hathor.batch.reconciliation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the lake says, as Spark counts it. */
final class LakeSide {
    private LakeSide() {}

    /**
     * Every track's day with listens received before the cut: {@code day} as text, {@code track_id}, and the features
     * of {@link TrackDay#FEATURES}; in {@link TrackDay#ORDER}.
     */
    static Dataset<Row> count(Dataset<Row> listens, Instant cut) {
        listens.where(col("received_at").lt(lit(Timestamp.from(cut)))).createOrReplaceTempView("received_listens");
        return listens.sparkSession()
                .sql(
                        """
                        SELECT date_format(started_at, 'yyyy-MM-dd') AS day, track_id, %s
                        FROM received_listens
                        GROUP BY 1, 2
                        ORDER BY 1, 2
                        """
                                .formatted(TrackDay.FEATURES));
    }

    static Iterator<TrackDay> trackDays(Dataset<Row> counted) {
        Iterator<Row> rows = counted.toLocalIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public TrackDay next() {
                Row row = rows.next();
                return new TrackDay(
                        LocalDate.parse(row.getString(0)),
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5));
            }
        };
    }
}
