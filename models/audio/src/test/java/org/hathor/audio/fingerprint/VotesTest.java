package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VotesTest {
    @Property(tries = 200)
    void theFirstPlaceHasTheMostVotesWithinThreeFrames(@ForAll long seed) {
        Random random = new Random(seed);
        int[] frames = random.ints(2 + random.nextInt(200), -500, 500).toArray();
        Votes votes = new Votes();
        Arrays.stream(frames).forEach(votes::add);

        List<Votes.Place> best = votes.best(5);

        long most = 0;
        for (int start = -502; start <= 500; start++) {
            int from = start;
            most = Math.max(
                    most,
                    Arrays.stream(frames)
                            .filter(f -> f >= from && f <= from + 2)
                            .count());
        }
        if (most >= 2) {
            assertThat(best.get(0).votes()).isEqualTo((int) most);
            assertThat(best).isSortedAccordingTo((one, other) -> other.votes() - one.votes());
        } else {
            assertThat(best).isEmpty();
        }
    }

    @Test
    void votesBeforeTheFirstTrackAreSortedToo() {
        Votes votes = new Votes();
        for (int frame : new int[] {7, -3, 7, -3, -3}) {
            votes.add(frame);
        }

        assertThat(votes.best(2)).extracting(Votes.Place::votes).containsExactly(3, 2);
    }
}
