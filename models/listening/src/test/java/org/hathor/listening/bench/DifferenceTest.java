package org.hathor.listening.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DifferenceTest {
    private final Difference difference = new Difference(Difference.OF_MAGNITUDES);

    @Test
    void aSmallValueIsHeldToItsOwnDigits() {
        difference.add(new float[] {100, 0.11f}, new float[] {100, 0.10f});

        assertThat(difference.relative()).isCloseTo(0.1, within(1e-6));
        assertThat(difference.normalised()).isCloseTo(1e-4, within(1e-9));
    }

    @Test
    void aValueThatShouldBeZeroIsHeldToAShareOfTheLargest() {
        difference.add(new float[] {100, 1e-5f}, new float[] {100, 0});

        assertThat(difference.relative()).isCloseTo(1e-3, within(1e-9));
    }

    @Test
    void theWorstRecordingCountsAndNotANumberStays() {
        difference.add(new float[] {1.5f}, new float[] {1});
        difference.add(new float[] {1}, new float[] {1});
        assertThat(difference.relative()).isEqualTo(0.5);

        difference.add(new float[] {Float.NaN}, new float[] {1});
        difference.add(new float[] {1}, new float[] {1});
        assertThat(difference.relative()).isNaN();
    }

    @Test
    void whatHasOtherFramesIsNotCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> difference.add(new float[3], new float[4]))
                .withMessageContaining("ours has 3 values");
    }
}
