package org.hathor.core.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DecayedSumTest {
    private static final long START_MS = 1_767_225_600_000L;
    private static final HalfLife HOUR = HalfLife.of(Duration.ofHours(1));
    private static final double RELATIVE_ERROR_MAX = 1e-12;

    record Engagement(double weight, long atMs) {}

    @Property
    void itEqualsTheSumItStandsForAtAnyInstant(
            @ForAll("engagements") List<Engagement> engagements,
            @ForAll @IntRange(min = -50, max = 50) int hoursLater) {
        long nowMs = START_MS + hoursLater * HOUR.ms();

        assertClose(sum(engagements).decayedTo(nowMs, HOUR), naive(engagements, nowMs));
    }

    @Property
    void neitherOrderNorGroupingMatters(
            @ForAll("engagements") @Size(min = 2) List<Engagement> engagements,
            @ForAll Random random,
            @ForAll @IntRange(min = 0, max = 40) int cut) {
        long nowMs = START_MS + HOUR.ms();
        DecayedSum inOrder = sum(engagements);
        List<Engagement> shuffled = new java.util.ArrayList<>(engagements);
        Collections.shuffle(shuffled, random);
        int middle = Math.min(cut, shuffled.size());
        DecayedSum merged =
                sum(shuffled.subList(0, middle)).merge(sum(shuffled.subList(middle, shuffled.size())), HOUR);

        assertThat(merged.atMs()).isEqualTo(inOrder.atMs());
        assertClose(merged.decayedTo(nowMs, HOUR), inOrder.decayedTo(nowMs, HOUR));
    }

    @Example
    void aHalfLifeHalves() {
        DecayedSum sum = DecayedSum.EMPTY.add(8, START_MS, HOUR);

        assertThat(sum.decayedTo(START_MS + HOUR.ms(), HOUR)).isCloseTo(4, within(1e-12));
        assertThat(sum.decayedTo(START_MS + 3 * HOUR.ms(), HOUR)).isCloseTo(1, within(1e-12));
    }

    @Example
    void aMillionAdditionsKeepTwelveDigits() {
        Random random = new Random(7);
        DecayedSum sum = DecayedSum.EMPTY;
        double exact = 0;
        long nowMs = START_MS + HOUR.ms();
        for (int i = 0; i < 1_000_000; i++) {
            long atMs = START_MS + random.nextInt((int) HOUR.ms());
            sum = sum.add(1, atMs, HOUR);
            exact += Math.pow(2, -(double) (nowMs - atMs) / HOUR.ms());
        }

        assertThat(sum.decayedTo(nowMs, HOUR) / exact).isCloseTo(1, within(1e-10));
    }

    @Example
    void weightsTakeNothingAway() {
        assertThatIllegalArgumentException().isThrownBy(() -> DecayedSum.EMPTY.add(-1, START_MS, HOUR));
        assertThatIllegalArgumentException().isThrownBy(() -> DecayedSum.EMPTY.add(Double.NaN, START_MS, HOUR));
    }

    @Example
    void theTimeToFadeIsToldInAdvance() {
        DecayedSum sum = DecayedSum.EMPTY.add(4, START_MS, HOUR);

        assertThat(HOUR.msUntil(sum.value(), 1)).isCloseTo(2 * HOUR.ms(), within(1L));
        assertThat(HOUR.msUntil(1, 4)).isZero();
    }

    @Provide
    Arbitrary<List<Engagement>> engagements() {
        Arbitrary<Double> weights = Arbitraries.of(1.0, 2.0, 3.0, 4.0);
        Arbitrary<Long> instants = Arbitraries.longs().between(START_MS - 48 * HOUR.ms(), START_MS);
        return Combinators.combine(weights, instants)
                .as(Engagement::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    private static DecayedSum sum(List<Engagement> engagements) {
        DecayedSum sum = DecayedSum.EMPTY;
        for (Engagement engagement : engagements) {
            sum = sum.add(engagement.weight(), engagement.atMs(), HOUR);
        }
        return sum;
    }

    private static double naive(List<Engagement> engagements, long nowMs) {
        return engagements.stream()
                .mapToDouble(engagement ->
                        engagement.weight() * Math.pow(2, -(double) (nowMs - engagement.atMs()) / HOUR.ms()))
                .sum();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(RELATIVE_ERROR_MAX * Math.abs(expected));
    }
}
