package org.hathor.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Filter banks against their matrix, multiplied out. */
class FiltersTest {
    @Property(tries = 50)
    void denseFilters(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 21) int filters,
            @ForAll @IntRange(min = 1, max = 9) int bins,
            @ForAll @IntRange(min = 1, max = 150) int frames) {
        Random random = new Random(seed);
        double[][] matrix = new double[filters][bins];
        for (double[] row : matrix) {
            for (int k = 0; k < bins; k++) {
                row[k] = random.nextGaussian();
            }
        }
        DenseFilters dense = new DenseFilters(matrix);
        FrameBlocks blocks = blocks(random, bins, frames);
        multipliedOut(dense.weigh(blocks), matrix, blocks);
        for (int f = 0; f < filters; f++) {
            for (int k = 0; k < bins; k++) {
                assertThat(dense.weight(f, k)).isEqualTo((float) matrix[f][k]);
            }
        }
    }

    /** Some filters without a bin, some bins without a filter, as banks of many mels and a low limit have them. */
    @Property(tries = 50)
    void triangularFilters(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 21) int filters,
            @ForAll @IntRange(min = 1, max = 60) int bins,
            @ForAll @IntRange(min = 1, max = 150) int frames) {
        Random random = new Random(seed);
        double[][] matrix = new double[filters][bins];
        int lower = 0;
        for (int k = 0; k < bins; k++) {
            lower = Math.min(filters - 1, lower + Math.max(0, random.nextInt(6) - 3));
            for (int f = lower; f < Math.min(filters, lower + 2); f++) {
                matrix[f][k] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            }
        }
        FrameBlocks blocks = blocks(random, bins, frames);
        multipliedOut(new TriangularFilters(matrix).weigh(blocks), matrix, blocks);
    }

    @Test
    void aBinOfFiltersThatAreNoNeighboursIsRefused() {
        double[][] matrix = {{0.5, 0.5}, {0.5, 0}, {0, 0.5}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TriangularFilters(matrix))
                .withMessage("bin 1 concerns filters 0 and 2, which are no neighbours");
    }

    private static FrameBlocks blocks(Random random, int bins, int frames) {
        FrameBlocks blocks = new FrameBlocks(bins, frames, frames > 64 ? 64 : 16);
        float[] frame = new float[bins];
        for (int t = 0; t < frames; t++) {
            for (int k = 0; k < bins; k++) {
                frame[k] = random.nextFloat();
            }
            blocks.set(t, frame);
        }
        return blocks;
    }

    private static void multipliedOut(float[][] found, double[][] matrix, FrameBlocks blocks) {
        assertThat(found).hasDimensions(blocks.frames(), matrix.length);
        for (int t = 0; t < found.length; t++) {
            for (int f = 0; f < matrix.length; f++) {
                double wanted = 0;
                for (int k = 0; k < matrix[f].length; k++) {
                    wanted += matrix[f][k] * blocks.at(t, k);
                }
                assertThat((double) found[t][f]).isCloseTo(wanted, within(1e-5));
            }
        }
    }
}
