package org.hathor.serving.music;

import static org.hathor.serving.ClickHouse.marks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hathor.contracts.TrackId;
import org.hathor.serving.ClickHouse;

/** What ClickHouse knows of tracks and artists: the latest description of each, and how tracks were played. */
final class Catalogue {
    private static final String GENRE_SEPARATOR = "\u001f";

    private final ClickHouse clickHouse;

    Catalogue(ClickHouse clickHouse) {
        this.clickHouse = Objects.requireNonNull(clickHouse, "clickHouse is null");
    }

    /** The described ones of these tracks. */
    List<Track> tracks(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return clickHouse.query(
                """
                SELECT entry_id, name, artist_id, artist_name, album_id, album_name, length_ms, release_year,
                       arrayStringConcat(genres, char(31)) AS genre_list
                FROM catalogue FINAL
                WHERE kind = 'TRACK' AND entry_id IN (%s)"""
                        .formatted(marks(ids.size())),
                Catalogue::track,
                List.copyOf(ids));
    }

    /**
     * Names of these artists by id: from their own description, else from the latest track that names them. Artists
     * that nobody named are absent.
     */
    Map<String, String> artistNames(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<String> twice = new ArrayList<>(ids);
        twice.addAll(ids);
        Map<String, String> names = new HashMap<>();
        clickHouse
                .query(
                        """
                SELECT id, argMax(artist, (own, at)) AS latest FROM (
                    SELECT entry_id AS id, name AS artist, 1 AS own, described_at AS at
                    FROM catalogue FINAL WHERE kind = 'ARTIST' AND entry_id IN (%1$s)
                    UNION ALL
                    SELECT ifNull(artist_id, '') AS id, ifNull(artist_name, '') AS artist, 0 AS own, described_at AS at
                    FROM catalogue FINAL WHERE kind = 'TRACK' AND artist_id IN (%1$s)
                ) WHERE artist != '' GROUP BY id"""
                                .formatted(marks(ids.size())),
                        row -> Map.entry(row.text("id"), row.text("latest")),
                        twice)
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    TrackStatistics statistics(TrackId id) {
        return clickHouse
                .query(
                        """
                SELECT %s,
                       toUnixTimestamp64Milli(min(started_at)) AS first_ms,
                       toUnixTimestamp64Milli(max(started_at)) AS last_ms
                FROM %s WHERE track_id = ?
                %s"""
                                .formatted(ListenMeasures.COLUMNS, ListenMeasures.LISTENS, ListenMeasures.SETTINGS),
                        Catalogue::statistics,
                        List.of(id.value()))
                .get(0);
    }

    private static TrackStatistics statistics(ClickHouse.Row row) throws SQLException {
        ListenMeasures measures = ListenMeasures.of(row);
        if (measures.listens() == 0) {
            return TrackStatistics.NONE;
        }
        return new TrackStatistics(
                measures, Instant.ofEpochMilli(row.number("first_ms")), Instant.ofEpochMilli(row.number("last_ms")));
    }

    private static Track track(ClickHouse.Row row) throws SQLException {
        String genres = row.textOrNull("genre_list");
        Long year = row.numberOrNull("release_year");
        return new Track(
                row.text("entry_id"),
                row.text("name"),
                row.textOrNull("artist_id"),
                row.textOrNull("artist_name"),
                row.textOrNull("album_id"),
                row.textOrNull("album_name"),
                row.numberOrNull("length_ms"),
                genres == null ? List.of() : List.of(genres.split(GENRE_SEPARATOR, -1)),
                year == null ? null : year.intValue());
    }
}
