package org.hathor.serving.analytics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hathor.serving.music.ListenMeasures;

/** Days in a row, those without listens as zeros. */
final class DaySeries {
    private DaySeries() {}

    /**
     * Every day of the period in order. Where the period is open, the series begins or ends at the first or last day
     * that has listens. Where such an open series would hold more than {@link Period#DAYS_MAX} days, the days without
     * listens are left out instead.
     *
     * @param listened the days that have listens, all inside the period
     */
    static List<DayMeasures> of(Period period, Map<LocalDate, ListenMeasures> listened) {
        TreeMap<LocalDate, ListenMeasures> days = new TreeMap<>(listened);
        LocalDate first = period.firstDay() != null ? period.firstDay() : days.isEmpty() ? null : days.firstKey();
        LocalDate last = period.lastDay() != null ? period.lastDay() : days.isEmpty() ? null : days.lastKey();
        List<DayMeasures> series = new ArrayList<>();
        if (first == null || last == null || days.isEmpty() && (period.from() == null || period.to() == null)) {
            return series;
        }
        if (ChronoUnit.DAYS.between(first, last) > Period.DAYS_MAX) {
            days.forEach((day, measures) -> series.add(new DayMeasures(day, measures)));
            return series;
        }
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            series.add(new DayMeasures(day, days.getOrDefault(day, ListenMeasures.NONE)));
        }
        return series;
    }
}
