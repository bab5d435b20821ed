package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DuplicateFinderTest {
    @Test
    void copiesAndExcerptsAreFoundAndNothingElse() {
        float[] original = Pieces.piece(40, 30);
        float[] other = Pieces.piece(41, 30);
        FingerprintIndex index = new FingerprintIndex();
        add(index, "original", original);
        add(index, "other", other);
        add(index, "unrelated", Pieces.piece(42, 30));
        add(index, "copy", Pieces.noisy(Pieces.louder(original, 0.4), 25, new Random(1)));
        add(index, "excerpt", Pieces.excerpt(other, 12.5, 15));

        List<Duplicate> found = new DuplicateFinder(index).find();

        assertThat(found)
                .extracting(Duplicate::trackId, Duplicate::otherId)
                .containsExactly(tuple("original", "copy"), tuple("other", "excerpt"));
        assertThat(found.get(0).offsetSeconds()).isCloseTo(0, within(0.05));
        assertThat(found.get(0).overlapSeconds()).isCloseTo(30, within(5.0));
        assertThat(found.get(0).share()).isGreaterThan(0.8);
        assertThat(found.get(1).offsetSeconds()).isCloseTo(-12.5, within(0.05));
        assertThat(found.get(1).overlapSeconds()).isBetween(10.0, 15.0);
    }

    private static void add(FingerprintIndex index, String id, float[] samples) {
        index.add(id, Fingerprinter.forTracks().fingerprint(samples, Pieces.SAMPLE_RATE));
    }
}
