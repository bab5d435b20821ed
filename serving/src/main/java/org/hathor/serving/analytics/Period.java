package org.hathor.serving.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hathor.serving.ServingException;

/**
 * A span of time that listens began in, in whole milliseconds.
 *
 * @param from the first instant inside; null where the period is open towards the past
 * @param to the first instant after it; null where it is open towards the future
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Period(Instant from, Instant to) {
    /** The longest period that may be asked for, some 27 years. */
    public static final int DAYS_MAX = 10_000;

    public static final Period ALWAYS = new Period(null, null);

    /** What the warehouse's time stamps can hold. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2299-12-31T00:00:00Z");

    /** @throws ServingException with {@link AnalyticsError#INVALID_PERIOD} or {@link AnalyticsError#PERIOD_TOO_LONG} */
    public Period {
        from = from == null ? null : ceilToMillis(from);
        to = to == null ? null : ceilToMillis(to);
        requireStorable("from", from);
        requireStorable("to", to);
        if (from != null && to != null) {
            if (!from.isBefore(to)) {
                throw new ServingException(
                        AnalyticsError.INVALID_PERIOD,
                        "The period ends before it begins: 'to' is exclusive and must be later than 'from'",
                        Map.of("from", from.toString(), "to", to.toString()));
            }
            if (Duration.between(from, to).compareTo(Duration.ofDays(DAYS_MAX)) > 0) {
                throw new ServingException(
                        AnalyticsError.PERIOD_TOO_LONG,
                        "The period is longer than %d days: ask for less, or leave 'from' or 'to' out"
                                .formatted(DAYS_MAX),
                        Map.of("from", from.toString(), "to", to.toString(), "daysMax", DAYS_MAX));
            }
        }
    }

    /**
     * Reads a period as callers write it: ISO 8601 dates (the start of that UTC day) or instants with a zone.
     *
     * @param from inclusive; null or blank where open
     * @param to exclusive; null or blank where open
     * @throws ServingException with {@link AnalyticsError#INVALID_PERIOD} or {@link AnalyticsError#PERIOD_TOO_LONG}
     */
    public static Period parse(String from, String to) {
        return new Period(instant("from", from), instant("to", to));
    }

    /** The condition on a row of {@code listens}; its question marks take {@link #parameters}. */
    String condition() {
        List<String> parts = new ArrayList<>();
        if (from != null) {
            parts.add("started_at >= fromUnixTimestamp64Milli(?, 'UTC')");
        }
        if (to != null) {
            parts.add("started_at < fromUnixTimestamp64Milli(?, 'UTC')");
        }
        return parts.isEmpty() ? "true" : String.join(" AND ", parts);
    }

    /** The bounds there are, as the parameters of {@link #condition}. */
    List<Instant> parameters() {
        return java.util.stream.Stream.of(from, to)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** The UTC day that holds the first instant; null where open. */
    LocalDate firstDay() {
        return from == null ? null : LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    /** The UTC day that holds the last instant; null where open. */
    LocalDate lastDay() {
        return to == null ? null : LocalDate.ofInstant(to.minusMillis(1), ZoneOffset.UTC);
    }

    private static Instant instant(String parameter, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String value = text.strip();
        try {
            return value.indexOf('T') < 0 && value.indexOf('t') < 0
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw new ServingException(
                    AnalyticsError.INVALID_PERIOD,
                    "'%s' is neither a date such as 2026-01-31 nor an instant such as 2026-01-31T12:00:00Z"
                            .formatted(parameter),
                    Map.of("parameter", parameter, "value", text),
                    e);
        }
    }

    /** A listen's instant has whole milliseconds, so a bound between two of them means the later. */
    private static Instant ceilToMillis(Instant instant) {
        Instant floor = instant.truncatedTo(ChronoUnit.MILLIS);
        return floor.equals(instant) ? instant : floor.plusMillis(1);
    }

    private static void requireStorable(String parameter, Instant bound) {
        if (bound != null && (bound.isBefore(EARLIEST) || bound.isAfter(LATEST))) {
            throw new ServingException(
                    AnalyticsError.INVALID_PERIOD,
                    "'%s' must lie between 1900 and 2299".formatted(parameter),
                    Map.of("parameter", parameter, "value", bound.toString()));
        }
    }
}
