package org.hathor.core.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hathor.core.trending.TopTracks.Ranked;

class TopTracksTest {
    private static final long START_MS = 1_767_225_600_000L;
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final TrendingDecay DECAY = TrendingDecay.of(Duration.ofHours(1));
    private static final int SIZE = 5;

    record Engagement(String trackId, double weight, long atMs) {}

    @Property
    void theListIsThatOfAllScoresSortedWhateverTheOrderOfEvents(@ForAll("engagements") List<Engagement> engagements) {
        long nowMs = START_MS + HOUR_MS;
        Map<String, TrendingScore> scores = new HashMap<>();
        TopTracks top = new TopTracks(SIZE, DECAY);
        for (Engagement engagement : engagements) {
            TrendingScore score = scores.getOrDefault(engagement.trackId(), TrendingScore.NONE)
                    .add(engagement.weight(), engagement.atMs(), DECAY);
            scores.put(engagement.trackId(), score);
            top.offer(engagement.trackId(), score);
        }

        List<Ranked> naive = scores.entrySet().stream()
                .map(entry -> new Ranked(
                        entry.getKey(),
                        entry.getValue().at(nowMs, DECAY),
                        entry.getValue().velocity(nowMs, DECAY)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::trackId))
                .limit(SIZE)
                .toList();

        assertThat(top.ranked(nowMs)).isEqualTo(naive);
    }

    @Property
    void aListOfTheTopsOfPartsIsTheTopOfTheWhole(@ForAll("engagements") List<Engagement> engagements) {
        TopTracks whole = new TopTracks(SIZE, DECAY);
        TopTracks even = new TopTracks(SIZE, DECAY);
        TopTracks odd = new TopTracks(SIZE, DECAY);
        TopTracks merged = new TopTracks(SIZE, DECAY);
        Map<String, TrendingScore> scores = new HashMap<>();
        for (Engagement engagement : engagements) {
            TrendingScore score = scores.getOrDefault(engagement.trackId(), TrendingScore.NONE)
                    .add(engagement.weight(), engagement.atMs(), DECAY);
            scores.put(engagement.trackId(), score);
            whole.offer(engagement.trackId(), score);
            TopTracks part = engagement.trackId().hashCode() % 2 == 0 ? even : odd;
            if (part.offer(engagement.trackId(), score)) {
                merged.offer(engagement.trackId(), score);
            }
        }

        assertThat(merged.ranked(START_MS)).isEqualTo(whole.ranked(START_MS));
    }

    @Example
    void equalScoresStandInTheOrderOfTheirIds() {
        TopTracks top = new TopTracks(2, DECAY);
        TrendingScore one = TrendingScore.NONE.add(1, START_MS, DECAY);

        assertThat(top.offer("b", one)).isTrue();
        assertThat(top.offer("c", one)).isTrue();
        assertThat(top.offer("d", one)).isFalse();
        assertThat(top.offer("a", one)).isTrue();

        assertThat(top.ranked(START_MS)).extracting(Ranked::trackId).containsExactly("a", "b");
    }

    @Example
    void whatHasFadedIsForgotten() {
        TopTracks top = new TopTracks(3, DECAY);
        TrendingScore one = TrendingScore.NONE.add(1, START_MS, DECAY);
        top.offer("a", one);

        assertThat(one.forgottenAtMs(DECAY)).isCloseTo(START_MS + 20 * HOUR_MS, within(1L));
        top.forgetFaded(START_MS + 19 * HOUR_MS);
        assertThat(top.size()).isOne();
        top.forgetFaded(START_MS + 21 * HOUR_MS);
        assertThat(top.size()).isZero();
    }

    @Example
    void aSteadyTrackHasNoVelocityARisingOneHasAndAFadingOneFalls() {
        TrendingScore steady = TrendingScore.NONE;
        for (int minute = -60 * 48; minute < 0; minute++) {
            steady = steady.add(1, START_MS + minute * 60_000L, DECAY);
        }
        TrendingScore rising = TrendingScore.NONE.add(1, START_MS, DECAY);

        assertThat(steady.velocity(START_MS, DECAY)).isCloseTo(0, within(0.05));
        assertThat(rising.velocity(START_MS, DECAY)).isPositive();
        assertThat(rising.velocity(START_MS + 2 * HOUR_MS, DECAY)).isNegative();
    }

    @Provide
    Arbitrary<List<Engagement>> engagements() {
        Arbitrary<String> tracks = Arbitraries.integers().between(0, 20).map(i -> "track-" + i);
        Arbitrary<Double> weights = Arbitraries.of(1.0, 2.0, 3.0, 4.0);
        Arbitrary<Long> instants = Arbitraries.longs().between(START_MS - 48 * HOUR_MS, START_MS);
        return Combinators.combine(tracks, weights, instants)
                .as(Engagement::new)
                .list()
                .ofMaxSize(200);
    }
}
