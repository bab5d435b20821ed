package org.hathor.serving.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.hathor.serving.recommendations.FeedPager.Cut;
import org.hathor.serving.recommendations.FeedPager.More;

/** Feeds of random shape, walked page by page and judged as a whole by a checker that knows only the rules. */
class FeedPagerPropertyTest {
    @Property(tries = 400)
    void aFeedKeepsItsRulesOverAllPages(
            @ForAll @IntRange(min = 0, max = 300) int size,
            @ForAll @IntRange(min = 1, max = 40) int artists,
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Random random = new Random(seed);
        List<Candidate> candidates = candidates(size, artists, random);
        List<Integer> shown = List.of();
        List<Integer> feed = new ArrayList<>();
        Set<String> heard = heardSome(candidates, random, new HashSet<>());
        More more = More.YES;
        while (more == More.YES) {
            Cut cut = FeedPager.next(candidates, shown, heard, limit);
            for (int index : cut.page()) {
                assertThat(heard).doesNotContain(candidates.get(index).trackId());
            }
            assertThat(cut.page().size()).isLessThanOrEqualTo(limit);
            if (cut.more() == More.YES) {
                assertThat(cut.page()).hasSize(limit);
            }
            feed.addAll(cut.page());
            assertThat(cut.shown()).isEqualTo(feed);
            assertThat(FeedPager.next(candidates, shown, heard, limit)).isEqualTo(cut);
            shown = cut.shown();
            more = cut.more();
            if (more == More.YES) {
                heard = heardSome(candidates, random, heard);
            }
        }
        assertThat(feed).doesNotHaveDuplicates();
        assertThat(spacedWell(feed, candidates)).isTrue();
        assertNothingMoreWasPossible(feed, candidates, heard);
    }

    @Property(tries = 200)
    void pagesOfAnySizeMakeTheSameFeed(
            @ForAll @IntRange(min = 0, max = 200) int size,
            @ForAll @IntRange(min = 1, max = 30) int artists,
            @ForAll @IntRange(min = 1, max = 50) int limit,
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        List<Candidate> candidates = candidates(size, artists, new Random(seed));
        List<Integer> whole =
                FeedPager.next(candidates, List.of(), Set.of(), 1_000).page();

        List<Integer> shown = List.of();
        More more = More.YES;
        while (more == More.YES) {
            Cut cut = FeedPager.next(candidates, shown, Set.of(), limit);
            shown = cut.shown();
            more = cut.more();
        }

        assertThat(shown).isEqualTo(whole);
    }

    /** The feed may end only when whatever is left would break a rule. */
    private static void assertNothingMoreWasPossible(
            List<Integer> feed, List<Candidate> candidates, Set<String> heard) {
        for (int index = 0; index < candidates.size(); index++) {
            if (!feed.contains(index) && !heard.contains(candidates.get(index).trackId())) {
                List<Integer> longer = new ArrayList<>(feed);
                longer.add(index);
                assertThat(spacedWell(longer, candidates)).isFalse();
            }
        }
    }

    private static boolean spacedWell(List<Integer> feed, List<Candidate> candidates) {
        for (int from = 0; from < feed.size(); from++) {
            Map<String, Integer> counts = new HashMap<>();
            for (int at = from; at < Math.min(feed.size(), from + 20); at++) {
                String artist = candidates.get(feed.get(at)).artistId();
                if (artist != null && counts.merge(artist, 1, Integer::sum) > 2) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Few artists have most tracks, as in life; some tracks have no known artist. */
    private static List<Candidate> candidates(int size, int artists, Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int artist = (int) (artists * Math.pow(random.nextDouble(), 2));
            candidates.add(new Candidate(
                    "t" + i, random.nextInt(20) == 0 ? null : "a" + artist, size - i, ReasonKind.POPULAR, null));
        }
        return candidates;
    }

    private static Set<String> heardSome(List<Candidate> candidates, Random random, Set<String> before) {
        Set<String> heard = new HashSet<>(before);
        candidates.stream()
                .filter(candidate -> random.nextInt(15) == 0)
                .map(Candidate::trackId)
                .forEach(heard::add);
        return heard;
    }
}
