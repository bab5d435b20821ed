package org.hathor.serving.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreaksTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "2026-01-01, 1",
        "2026-01-01 2026-01-03, 1",
        "2026-01-02 2026-01-01 2026-01-05, 2",
        "2026-02-28 2026-03-01 2026-03-02 2026-03-04 2026-03-05, 3",
    })
    void theLongestRunCounts(String days, int expected) {
        List<LocalDate> listened = Arrays.stream(days.split(" "))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .toList();
        assertThat(Streaks.longest(listened)).isEqualTo(expected);
    }
}
