package org.hathor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TruthTest {
    private final World world = World.of(SimulationConfig.of(5, 50, 40, 400));
    private final Truth truth = new Truth(world);

    @Test
    void choicesFollowThePreferences() {
        TrackChooser chooser = new TrackChooser(world.catalogue());
        Listener listener = world.listeners().get(3);
        double[] preferences = truth.preferences(listener.userId());
        Randomness random = Randomness.of(1);
        int draws = 40_000;
        int[] drawn = new int[preferences.length];
        for (int i = 0; i < draws; i++) {
            drawn[chooser.byTaste(listener, random).index()]++;
        }

        assertThat(Arrays.stream(preferences).sum()).isCloseTo(1, within(1e-9));
        for (int i = 0; i < drawn.length; i++) {
            double expected = draws * preferences[i];
            assertThat((double) drawn[i]).isCloseTo(expected, within(6 * Math.sqrt(expected + 1)));
        }
    }

    @Test
    void theIdealListScoresOneAndFameScoresLess() {
        double popular = 0;
        for (String userId : world.userIds()) {
            assertThat(truth.ndcg(userId, best(userId, 10), Set.of(), 10)).isCloseTo(1, within(1e-9));
            popular += truth.ndcg(userId, truth.mostPopular(Set.of(), 10), Set.of(), 10);
        }
        assertThat(popular / world.userIds().size()).isBetween(0.02, 0.6);
    }

    @Test
    void excludedTracksAreLeftOutOfTheIdeal() {
        String userId = world.userIds().get(0);
        List<String> best = best(userId, 20);
        List<String> heard = best.subList(0, 10);

        assertThat(truth.ndcg(userId, best.subList(10, 20), heard, 10)).isCloseTo(1, within(1e-9));
        assertThat(truth.ndcg(userId, heard, heard, 10)).isZero();
    }

    @Test
    void aTrackListedTwiceGainsOnce() {
        String userId = world.userIds().get(0);
        String best = best(userId, 1).get(0);

        assertThat(truth.ndcg(userId, List.of(best, best, best), Set.of(), 3)).isLessThan(1);
        assertThatThrownBy(() -> truth.preferences("sim-999999")).hasMessageContaining("sim-999999");
    }

    @Test
    void tasteDecidesWhetherATrackIsHeardOut() {
        Listener listener = world.listeners().get(1);
        double[] preferences = truth.preferences(listener.userId());
        assertThat(skipped(listener, best(listener.userId(), 20)))
                .isLessThan(skipped(
                                listener,
                                IntStream.range(0, preferences.length)
                                        .boxed()
                                        .sorted(Comparator.comparingDouble(i -> preferences[i]))
                                        .limit(20)
                                        .map(world.trackIds()::get)
                                        .toList())
                        / 2);
    }

    private double skipped(Listener listener, List<String> trackIds) {
        Randomness random = Randomness.of(9);
        int skips = 0;
        for (int i = 0; i < 2_000; i++) {
            Catalogue.Track track = world.track(trackIds.get(i % trackIds.size()));
            if (Play.of(listener, track, 10_000_000, random).endReason()
                    == org.hathor.contracts.playback.EndReason.SKIPPED) {
                skips++;
            }
        }
        return skips / 2_000.0;
    }

    private List<String> best(String userId, int k) {
        double[] preferences = truth.preferences(userId);
        return IntStream.range(0, preferences.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> preferences[i])
                        .reversed())
                .limit(k)
                .map(world.trackIds()::get)
                .toList();
    }
}
