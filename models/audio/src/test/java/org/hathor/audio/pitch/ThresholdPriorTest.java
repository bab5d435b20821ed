package org.hathor.audio.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ThresholdPriorTest {
    private static final PitchSettings SETTINGS = PitchSettings.librosa(22_050, 65, 2000);

    /** The definition, threshold by threshold, with the beta(2, 18) distribution in closed form. */
    @Property(tries = 100)
    void agreesWithItsDefinition(@ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
        Random random = new Random(seed);
        float[] heights = new float[count];
        for (int i = 0; i < count; i++) {
            heights[i] = (float) (random.nextDouble() * (random.nextBoolean() ? 0.2 : 1.3));
        }
        double[] expected = new double[count];
        int deepest = 0;
        for (int i = 0; i < count; i++) {
            deepest = heights[i] < heights[deepest] ? i : deepest;
        }
        for (int j = 1; j <= 100; j++) {
            double threshold = j / 100.0;
            double mass = cumulative(threshold) - cumulative(threshold - 0.01);
            int[] below = java.util.stream.IntStream.range(0, count)
                    .filter(i -> heights[i] < threshold)
                    .toArray();
            double total = 0;
            for (int k = 0; k < below.length; k++) {
                total += Math.exp(-2.0 * k);
            }
            for (int k = 0; k < below.length; k++) {
                expected[below[k]] += mass * Math.exp(-2.0 * k) / total;
            }
            if (below.length == 0) {
                expected[deepest] += 0.01 * mass;
            }
        }
        double[] probabilities = new double[count];
        new ThresholdPrior(SETTINGS).probabilities(heights, count, probabilities);
        assertThat(probabilities).containsExactly(expected, within(1e-9));
        assertThat(Arrays.stream(probabilities).sum()).isLessThanOrEqualTo(1 + 1e-9);
    }

    /** Of beta(2, 18): 1 − (1 − x)^18 (1 + 18 x), by parts. */
    private static double cumulative(double x) {
        return 1 - Math.pow(1 - x, 18) * (1 + 18 * x);
    }
}
