package org.hathor.serving.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlayRateTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final PlayRate rate = new PlayRate(Duration.ofSeconds(10));

    @Test
    void nothingIsKnownBeforeTheSecondSample() {
        sample(0, Map.of("d1", 1_000L));
        assertThat(rate.perSecond()).isZero();
    }

    @Test
    void steadyGrowthIsItsRate() {
        for (int second = 0; second <= 30; second++) {
            sample(second, Map.of("d1", 500L + 7L * second));
            if (second > 0) {
                assertThat(rate.perSecond()).isCloseTo(7, within(1e-9));
            }
        }
    }

    @Test
    void theWindowForgetsWhatIsOlderThanTenSeconds() {
        sample(0, Map.of("d1", 0L));
        sample(1, Map.of("d1", 1_000L));
        for (int second = 2; second <= 10; second++) {
            sample(second, Map.of("d1", 1_000L));
        }
        assertThat(rate.perSecond()).isCloseTo(100, within(1e-9));
        sample(11, Map.of("d1", 1_000L));
        assertThat(rate.perSecond()).isZero();
    }

    @Test
    void midnightLosesNothing() {
        sample(0, Map.of("d1", 100L));
        sample(1, Map.of("d1", 104L, "d2", 6L));
        assertThat(rate.perSecond()).isCloseTo(10, within(1e-9));
    }

    @Test
    void countingUpAgainAfterARestartIsNoGrowth() {
        sample(0, Map.of("d1", 100L));
        sample(1, Map.of("d1", 40L));
        sample(2, Map.of("d1", 100L));
        assertThat(rate.perSecond()).isZero();
        sample(3, Map.of("d1", 106L));
        assertThat(rate.perSecond()).isCloseTo(2, within(1e-9));
    }

    @Test
    void aDayThatIsDroppedIsNoLoss() {
        sample(0, Map.of("d1", 100L, "d2", 5L));
        sample(1, Map.of("d2", 8L));
        assertThat(rate.perSecond()).isCloseTo(3, within(1e-9));
    }

    private void sample(int second, Map<String, Long> plays) {
        rate.sample(START.plusSeconds(second), plays);
    }
}
