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

    @Test
    void commonDrumsMakeNoDuplicates() {
        float[] drums = Pieces.drums(499, 20);
        FingerprintIndex index = new FingerprintIndex();
        for (int seed = 43; seed < 47; seed++) {
            add(index, "over drums " + seed, Pieces.over(drums, Pieces.piece(seed, 20)));
        }

        assertThat(new DuplicateFinder(index).find()).isEmpty();

        // the drums are loud enough to be a recording of their own
        add(index, "drums", drums);
        add(index, "drums again", Pieces.noisy(drums, 20, new Random(2)));
        assertThat(new DuplicateFinder(index).find())
                .extracting(Duplicate::trackId, Duplicate::otherId)
                .contains(tuple("drums", "drums again"));
    }

    @Test
    void aPartInCommonIsFoundAtItsPlace() {
        float[] one = Pieces.piece(47, 24);
        float[] other = Pieces.piece(48, 24);
        System.arraycopy(one, 2 * Pieces.SAMPLE_RATE, other, 7 * Pieces.SAMPLE_RATE, 15 * Pieces.SAMPLE_RATE);
        FingerprintIndex index = new FingerprintIndex();
        add(index, "one", one);
        add(index, "other", other);

        List<Duplicate> found = new DuplicateFinder(index).find();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).offsetSeconds()).isCloseTo(5, within(0.05));
        assertThat(found.get(0).overlapSeconds()).isBetween(10.0, 20.0);
        assertThat(found.get(0).speedRatio()).isCloseTo(1, within(0.002));
    }

    private static void add(FingerprintIndex index, String id, float[] samples) {
        index.add(id, new Fingerprinter().track(samples, Pieces.SAMPLE_RATE));
    }
}
