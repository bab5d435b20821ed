package org.hathor.serving.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateMixTest {
    @Test
    void listsFollowEachOtherAndNothingComesTwice() {
        assertThat(ids(CandidateMix.inTurn(list("a", "b"), list("b", "c"), list("a", "d"))))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void everyThirdIsOfTheSecondList() {
        assertThat(ids(CandidateMix.twoToOne(list("a", "b", "c", "d", "e"), list("x", "y"))))
                .containsExactly("a", "b", "x", "c", "d", "y", "e");
    }

    @Test
    void theRestOfTheLongerListEndsTheMix() {
        assertThat(ids(CandidateMix.twoToOne(list("a"), list("x", "a", "y")))).containsExactly("a", "x", "y");
    }

    private static List<Candidate> list(String... ids) {
        return Arrays.stream(ids)
                .map(id -> new Candidate(id, null, 0, ReasonKind.POPULAR, null))
                .toList();
    }

    private static List<String> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::trackId).toList();
    }
}
