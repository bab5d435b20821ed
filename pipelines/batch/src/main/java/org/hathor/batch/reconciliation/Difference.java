package org.hathor.batch.reconciliation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A track's day on which the two sides do not agree.
 *
 * @param clickhouse what ClickHouse says; empty when it knows of no such listen
 * @param lake what the lake says; empty when it knows of no such listen
 */
record Difference(Optional<TrackDay> clickhouse, Optional<TrackDay> lake) {
    LocalDate day() {
        return clickhouse.or(() -> lake).orElseThrow().day();
    }

    String trackId() {
        return clickhouse.or(() -> lake).orElseThrow().trackId();
    }

    /** For JSON. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("day", day().toString());
        map.put("trackId", trackId());
        map.put("clickhouse", numbers(clickhouse));
        map.put("lake", numbers(lake));
        return map;
    }

    @Override
    public String toString() {
        return "%s %s: ClickHouse %s, lake %s".formatted(day(), trackId(), text(clickhouse), text(lake));
    }

    private static Map<String, Long> numbers(Optional<TrackDay> side) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        side.ifPresent(row -> {
            numbers.put("listens", row.listens());
            numbers.put("qualifiedListens", row.qualifiedListens());
            numbers.put("listeners", row.listeners());
            numbers.put("msPlayed", row.msPlayed());
        });
        return numbers;
    }

    private static String text(Optional<TrackDay> side) {
        return side.map(row -> "%d listens (%d qualified) by %d listeners, %d ms"
                        .formatted(row.listens(), row.qualifiedListens(), row.listeners(), row.msPlayed()))
                .orElse("nothing");
    }
}
