package org.hathor.serving.analytics;

import static org.hathor.serving.music.ListenMeasures.COLUMNS;
import static org.hathor.serving.music.ListenMeasures.LISTENS;
import static org.hathor.serving.music.ListenMeasures.QUALIFIED;
import static org.hathor.serving.music.ListenMeasures.SETTINGS;
import static org.hathor.serving.music.ListenMeasures.VALID;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hathor.contracts.UserId;
import org.hathor.serving.ClickHouse;
import org.hathor.serving.analytics.UserStatistics.Heard;
import org.hathor.serving.analytics.UserStatistics.Hour;
import org.hathor.serving.music.ListenMeasures;

/** Sums over the warehouse's listens, exact also while ClickHouse still holds duplicates. */
final class ClickHouseListens {
    private static final String HEARD_COLUMNS =
            """
            count() AS listens,
            countIf(%s) AS qualified_listens,
            countIf(%s) AS valid_listens,
            sum(ms_played) AS ms_played_total"""
                    .formatted(QUALIFIED, VALID);

    private final ClickHouse clickHouse;

    ClickHouseListens(ClickHouse clickHouse) {
        this.clickHouse = Objects.requireNonNull(clickHouse, "clickHouse is null");
    }

    /** What a set of listens is taken of. */
    enum Subject {
        EVERYTHING("true"),
        TRACK("track_id = ?"),
        ARTIST("artist_id = ?");

        private final String condition;

        Subject(String condition) {
            this.condition = condition;
        }
    }

    /**
     * The sum of a set of listens, and its parts by day.
     *
     * @param days only those with listens
     */
    record Sums(ListenMeasures total, Map<LocalDate, ListenMeasures> days) {}

    /**
     * How much is different in what was heard.
     *
     * @param artists as far as the listens name them
     */
    record Variety(long tracks, long artists) {}

    /**
     * The best of a set of tracks.
     *
     * @param tracks how many there are in all
     */
    record TopTracks(long tracks, List<Measured> best) {}

    /** A value with the measures of its listens. */
    record Measured(String id, ListenMeasures measures) {}

    /** A value with what one user heard of it. */
    record HeardOf(String id, Heard heard) {}

    /** What one user heard, when. */
    record UserSums(Heard heard, long tracks, long artists, Instant first, Instant last, List<LocalDate> days) {}

    /** @param id of the subject; ignored for {@link Subject#EVERYTHING} */
    Sums sums(Subject subject, String id, Period period) {
        Map<LocalDate, ListenMeasures> days = new HashMap<>();
        List<Sums> total = new ArrayList<>();
        clickHouse.query(
                """
                SELECT grouping(day) AS is_total, toInt32(toDate32(started_at)) AS day, %s
                FROM %s WHERE %s AND %s
                GROUP BY GROUPING SETS ((day), ())
                %s"""
                        .formatted(COLUMNS, LISTENS, subject.condition, period.condition(), SETTINGS),
                row -> {
                    ListenMeasures measures = ListenMeasures.of(row);
                    if (row.number("is_total") == 1) {
                        total.add(new Sums(measures, days));
                    } else {
                        days.put(LocalDate.ofEpochDay(row.number("day")), measures);
                    }
                    return measures;
                },
                parameters(subject, id, period));
        return total.isEmpty() ? new Sums(ListenMeasures.NONE, Map.of()) : total.get(0);
    }

    /**
     * Of all listens in the period. A query of its own: distinct ids by day, which nobody asks for, would cost most.
     */
    Variety variety(Period period) {
        return clickHouse
                .query(
                        """
                SELECT uniqExact(track_id) AS tracks, uniqExact(artist_id) AS artists FROM %s WHERE %s
                %s"""
                                .formatted(LISTENS, period.condition(), SETTINGS),
                        row -> new Variety(row.number("tracks"), row.number("artists")),
                        period.parameters())
                .get(0);
    }

    /** Tracks of an artist, most listens first, then most qualified ones, then by id. */
    TopTracks topTracks(String artistId, Period period, int limit) {
        List<Long> tracks = new ArrayList<>(List.of(0L));
        List<Measured> best = clickHouse.query(
                """
                SELECT track_id, count() OVER () AS tracks, %s FROM %s WHERE artist_id = ? AND %s
                GROUP BY track_id ORDER BY listens DESC, qualified_listens DESC, track_id LIMIT %d
                %s"""
                        .formatted(COLUMNS, LISTENS, period.condition(), limit, SETTINGS),
                row -> {
                    tracks.set(0, row.number("tracks"));
                    return new Measured(row.text("track_id"), ListenMeasures.of(row));
                },
                parameters(Subject.ARTIST, artistId, period));
        return new TopTracks(tracks.get(0), best);
    }

    /** Whether any listen of the subject was ever recorded. */
    boolean everHeard(Subject subject, String id) {
        return !clickHouse
                .query(
                        "SELECT 1 AS one FROM listens WHERE %s LIMIT 1".formatted(subject.condition),
                        row -> row.number("one"),
                        parameters(subject, id, Period.ALWAYS))
                .isEmpty();
    }

    UserSums user(UserId user, Period period) {
        return clickHouse
                .query(
                        """
                SELECT %s, uniqExact(track_id) AS tracks, uniqExact(artist_id) AS artists,
                       toUnixTimestamp64Milli(min(started_at)) AS first_ms,
                       toUnixTimestamp64Milli(max(started_at)) AS last_ms,
                       arrayStringConcat(arraySort(groupUniqArray(toString(toDate32(started_at)))), ',') AS days
                FROM %s WHERE user_id = ? AND %s
                %s"""
                                .formatted(HEARD_COLUMNS, LISTENS, period.condition(), SETTINGS),
                        ClickHouseListens::userSums,
                        parameters(user, period))
                .get(0);
    }

    /** @param column {@code track_id} or {@code artist_id} */
    private List<HeardOf> top(String column, UserId user, Period period, int limit) {
        return clickHouse.query(
                """
                SELECT assumeNotNull(%1$s) AS id, %2$s FROM %3$s
                WHERE user_id = ? AND %1$s IS NOT NULL AND %4$s
                GROUP BY id ORDER BY listens DESC, ms_played_total DESC, id LIMIT %5$d
                %6$s"""
                        .formatted(column, HEARD_COLUMNS, LISTENS, period.condition(), limit, SETTINGS),
                row -> new HeardOf(row.text("id"), heard(row)),
                parameters(user, period));
    }

    List<HeardOf> topTracks(UserId user, Period period, int limit) {
        return top("track_id", user, period, limit);
    }

    List<HeardOf> topArtists(UserId user, Period period, int limit) {
        return top("artist_id", user, period, limit);
    }

    /** All 24 hours of the day, in order. */
    List<Hour> hours(UserId user, Period period) {
        Map<Integer, Hour> hours = new LinkedHashMap<>();
        for (int hour = 0; hour < 24; hour++) {
            hours.put(hour, new Hour(hour, 0, 0));
        }
        clickHouse
                .query(
                        """
                SELECT toHour(started_at) AS hour, count() AS listens, sum(ms_played) AS ms_played_total
                FROM %s WHERE user_id = ? AND %s GROUP BY hour
                %s"""
                                .formatted(LISTENS, period.condition(), SETTINGS),
                        row -> new Hour((int) row.number("hour"), row.number("listens"), row.number("ms_played_total")),
                        parameters(user, period))
                .forEach(hour -> hours.put(hour.hour(), hour));
        return List.copyOf(hours.values());
    }

    private static UserSums userSums(ClickHouse.Row row) throws SQLException {
        Heard heard = heard(row);
        if (heard.listens() == 0) {
            return new UserSums(heard, 0, 0, null, null, List.of());
        }
        List<LocalDate> days = new ArrayList<>();
        for (String day : row.text("days").split(",", -1)) {
            days.add(LocalDate.parse(day));
        }
        return new UserSums(
                heard,
                row.number("tracks"),
                row.number("artists"),
                Instant.ofEpochMilli(row.number("first_ms")),
                Instant.ofEpochMilli(row.number("last_ms")),
                days);
    }

    private static Heard heard(ClickHouse.Row row) throws SQLException {
        return new Heard(
                row.number("listens"),
                row.number("qualified_listens"),
                row.number("valid_listens"),
                row.number("ms_played_total"));
    }

    private static List<Object> parameters(Subject subject, String id, Period period) {
        List<Object> parameters = new ArrayList<>();
        if (subject != Subject.EVERYTHING) {
            parameters.add(id);
        }
        parameters.addAll(period.parameters());
        return parameters;
    }

    private static List<Object> parameters(UserId user, Period period) {
        List<Object> parameters = new ArrayList<>(List.of(user.value()));
        parameters.addAll(period.parameters());
        return parameters;
    }
}
