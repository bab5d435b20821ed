package org.hathor.serving.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hathor.serving.recommendations.FeedPager.Cut;
import org.hathor.serving.recommendations.FeedPager.More;
import org.junit.jupiter.api.Test;

class FeedPagerTest {
    @Test
    void theThirdTrackOfAnArtistWaitsForItsPlace() {
        List<Candidate> candidates = candidates("a", "a", "a", "b", "c");
        Cut cut = FeedPager.next(candidates, List.of(), Set.of(), 10);
        assertThat(cut.page()).containsExactly(0, 1, 3, 4);
        assertThat(cut.more()).isEqualTo(More.NO);
    }

    @Test
    void theWaitLastsOverTheBorderOfPages() {
        List<Candidate> candidates = IntStream.range(0, 40)
                .mapToObj(i -> candidate(i, i < 3 ? "a" : "other" + i))
                .toList();
        Cut first = FeedPager.next(candidates, List.of(), Set.of(), 20);
        Cut second = FeedPager.next(candidates, first.shown(), Set.of(), 20);
        assertThat(first.page()).startsWith(0, 1, 3).doesNotContain(2);
        assertThat(second.page()).startsWith(2);
    }

    @Test
    void tracksOfUnknownArtistsDoNotHinderEachOther() {
        List<Candidate> candidates = candidates(null, null, null, null);
        assertThat(FeedPager.next(candidates, List.of(), Set.of(), 10).page()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void nothingLeftIsAnEmptyPageAndTheEnd() {
        Cut cut = FeedPager.next(candidates("a"), List.of(), Set.of("t0"), 10);
        assertThat(cut.page()).isEmpty();
        assertThat(cut.more()).isEqualTo(More.NO);
    }

    @Test
    void oneArtistAloneGivesTwo() {
        Cut cut = FeedPager.next(candidates("a", "a", "a", "a"), List.of(), Set.of(), 10);
        assertThat(cut.page()).containsExactly(0, 1);
        assertThat(cut.more()).isEqualTo(More.NO);
    }

    private static List<Candidate> candidates(String... artists) {
        return IntStream.range(0, artists.length)
                .mapToObj(i -> candidate(i, artists[i]))
                .toList();
    }

    private static Candidate candidate(int i, String artist) {
        return new Candidate("t" + i, artist, 1, ReasonKind.POPULAR, null);
    }
}
