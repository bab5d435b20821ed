package org.hathor.serving.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.hathor.serving.ServingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.5+02:00, 2026-01-31T10:00:00.500Z",
        "2026-01-31T12:00:00.0000001Z, 2026-01-31T12:00:00.001Z",
    })
    void datesAndInstantsAreRead(String text, Instant expected) {
        assertThat(Period.parse(text, null).from()).isEqualTo(expected);
        assertThat(Period.parse(null, text).to()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, , INVALID_PERIOD",
        "2026-13-01, , INVALID_PERIOD",
        "2026-01-31T12:00:00, , INVALID_PERIOD",
        ", 1769860800000, INVALID_PERIOD",
        "2026-02-01, 2026-01-01, INVALID_PERIOD",
        "2026-02-01, 2026-02-01, INVALID_PERIOD",
        "+12026-02-01, , INVALID_PERIOD",
        "1850-01-01, 1850-02-01, INVALID_PERIOD",
        "1950-01-01, 2026-01-01, PERIOD_TOO_LONG",
    })
    void whatIsNoPeriodIsRefused(String from, String to, AnalyticsError code) {
        assertThatThrownBy(() -> Period.parse(from, to))
                .isInstanceOfSatisfying(
                        ServingException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void withoutBoundsItIsOpen() {
        assertThat(Period.parse(" ", null)).isEqualTo(Period.ALWAYS);
    }

    @Test
    void theLastDayIsTheOneThatTheLastInstantBelongsTo() {
        Period period = Period.parse("2026-01-01T10:00:00Z", "2026-01-03");
        assertThat(period.firstDay()).isEqualTo(LocalDate.parse("2026-01-01"));
        assertThat(period.lastDay()).isEqualTo(LocalDate.parse("2026-01-02"));
    }
}
