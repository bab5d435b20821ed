package org.hathor.serving.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hathor.serving.music.ListenMeasures;
import org.junit.jupiter.api.Test;

class DaySeriesTest {
    private static final ListenMeasures SOME = new ListenMeasures(3, 2, 2, 1, 90_000);

    @Test
    void daysWithoutListensAreZeros() {
        assertThat(series("2026-01-01", "2026-01-04", "2026-01-02"))
                .containsExactly(
                        new DayMeasures(LocalDate.parse("2026-01-01"), ListenMeasures.NONE),
                        new DayMeasures(LocalDate.parse("2026-01-02"), SOME),
                        new DayMeasures(LocalDate.parse("2026-01-03"), ListenMeasures.NONE));
    }

    @Test
    void aPartOfADayIsADay() {
        assertThat(series("2026-01-01T23:59:00Z", "2026-01-02T00:00:01Z")).hasSize(2);
    }

    @Test
    void anOpenSeriesReachesFromTheFirstListenToTheLast() {
        assertThat(series(null, null, "2026-01-02", "2026-01-05"))
                .extracting(DayMeasures::day)
                .containsExactly(
                        LocalDate.parse("2026-01-02"),
                        LocalDate.parse("2026-01-03"),
                        LocalDate.parse("2026-01-04"),
                        LocalDate.parse("2026-01-05"));
        assertThat(series("2026-01-01", null, "2026-01-02")).hasSize(2);
        assertThat(series(null, "2026-01-04", "2026-01-02")).hasSize(2);
    }

    @Test
    void anOpenSeriesWithoutListensIsEmpty() {
        assertThat(series(null, null)).isEmpty();
        assertThat(series("2026-01-01", null)).isEmpty();
        assertThat(series(null, "2026-01-01")).isEmpty();
    }

    @Test
    void anOpenSeriesOverAgesHoldsOnlyDaysWithListens() {
        assertThat(series(null, null, "1970-01-01", "2026-01-05"))
                .containsExactly(
                        new DayMeasures(LocalDate.parse("1970-01-01"), SOME),
                        new DayMeasures(LocalDate.parse("2026-01-05"), SOME));
    }

    private static List<DayMeasures> series(String from, String to, String... days) {
        Map<LocalDate, ListenMeasures> listened = new java.util.HashMap<>();
        for (String day : days) {
            listened.put(LocalDate.parse(day), SOME);
        }
        return DaySeries.of(Period.parse(from, to), listened);
    }
}
