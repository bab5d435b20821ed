package org.hathor.warehouse;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes instants as {@code "2026-01-31 23:59:59.123"} (UTC, with the quotes). Text, because ClickHouse reads a bare
 * number as seconds or as milliseconds according to its size. The date of the last instant is remembered: rows of a
 * batch mostly share it.
 */
final class IsoInstant {
    private static final long MS_PER_DAY = 86_400_000;

    private final char[] text = "\"0000-00-00 00:00:00.000\"".toCharArray();
    private long lastDay = Long.MIN_VALUE;

    /** @throws IllegalArgumentException outside the years 1900 to 2299, which ClickHouse's DateTime64 holds */
    SerializableString quoted(Instant instant) {
        long epochMs = instant.toEpochMilli();
        long day = Math.floorDiv(epochMs, MS_PER_DAY);
        if (day != lastDay) {
            writeDate(day, instant);
            lastDay = day;
        }
        int ms = (int) Math.floorMod(epochMs, MS_PER_DAY);
        digits(12, 2, ms / 3_600_000);
        digits(15, 2, ms / 60_000 % 60);
        digits(18, 2, ms / 1000 % 60);
        digits(21, 3, ms % 1000);
        return new SerializedString(new String(text));
    }

    private void writeDate(long day, Instant instant) {
        LocalDate date = LocalDate.ofEpochDay(day);
        if (date.getYear() < 1900 || date.getYear() > 2299) {
            throw new IllegalArgumentException("ClickHouse holds instants of the years 1900 to 2299, not " + instant);
        }
        digits(1, 4, date.getYear());
        digits(6, 2, date.getMonthValue());
        digits(9, 2, date.getDayOfMonth());
    }

    private void digits(int at, int length, int value) {
        int rest = value;
        for (int i = at + length - 1; i >= at; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
