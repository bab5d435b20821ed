package org.hathor.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The vector instructions say what the loops say, to the last bit where nothing is summed up. */
class LaneKernelsTest {
    @Test
    void theTestsRunWithVectors() {
        assertThat(LaneKernels.FASTEST).isInstanceOf(VectorLaneKernels.class);
    }

    @Property(tries = 50)
    void filters(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int vectors,
            @ForAll @IntRange(min = 0, max = 21) int length,
            @ForAll @IntRange(min = 0, max = 3) int first) {
        float[] weights = rows(new Random(seed + 1), 1, length)[0];
        float[][] bins = rows(new Random(seed + 2), first + length, vectors * LaneKernels.WIDEST);
        float[][] one = new float[1][vectors * LaneKernels.WIDEST];
        float[][] other = new float[1][vectors * LaneKernels.WIDEST];
        new LoopLaneKernels().weigh(bins, first, weights, one[0]);
        new VectorLaneKernels().weigh(bins, first, weights, other[0]);
        near(other, one, size(bins, weights));

        float[] twelve = rows(new Random(seed + 3), 1, 12 * bins.length)[0];
        float[][] loops = new float[12][vectors * LaneKernels.WIDEST];
        float[][] vectorised = new float[12][vectors * LaneKernels.WIDEST];
        new LoopLaneKernels().weighTwelve(bins, twelve, loops);
        new VectorLaneKernels().weighTwelve(bins, twelve, vectorised);
        near(vectorised, loops, size(bins, twelve));
    }

    /** No product and no sum of products is greater. */
    private static double size(float[][] bins, float[] weights) {
        double largestBin = 0;
        for (float[] bin : bins) {
            for (float value : bin) {
                largestBin = Math.max(largestBin, Math.abs(value));
            }
        }
        double sum = 0;
        for (float weight : weights) {
            sum += Math.abs(weight);
        }
        return sum * largestBin;
    }

    private static void near(float[][] found, float[][] wanted, double size) {
        for (int f = 0; f < wanted.length; f++) {
            for (int l = 0; l < wanted[f].length; l++) {
                assertThat((double) found[f][l]).isCloseTo(wanted[f][l], within(1e-6 * size));
            }
        }
    }

    @Property(tries = 50)
    void levelsAndPeaks(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int vectors) {
        same(seed, 2, vectors, (kernels, r) -> kernels.maximum(r[0], r[1]));
        same(seed, 2, vectors, (kernels, r) -> kernels.decibels(r[0], r[1]));
        float[][] rows = rows(new Random(seed), 4, vectors * LaneKernels.WIDEST);
        System.arraycopy(rows[1], 0, rows[2], 0, LaneKernels.WIDEST / 2);
        long wanted = 0;
        for (int l = 0; l < rows[0].length; l++) {
            boolean peak = rows[1][l] > rows[0][l] && rows[1][l] >= rows[2][l] && rows[1][l] > rows[3][l];
            wanted |= peak ? 1L << l : 0;
        }
        assertThat(new LoopLaneKernels().peaks(rows[0], rows[1], rows[2], rows[3]))
                .isEqualTo(wanted);
        assertThat(new VectorLaneKernels().peaks(rows[0], rows[1], rows[2], rows[3]))
                .isEqualTo(wanted);
    }

    private static void same(long seed, int count, int vectors, BiConsumer<LaneKernels, float[][]> work) {
        float[][] loops = rows(new Random(seed), count, vectors * LaneKernels.WIDEST);
        float[][] vectorised = rows(new Random(seed), count, vectors * LaneKernels.WIDEST);
        work.accept(new LoopLaneKernels(), loops);
        work.accept(new VectorLaneKernels(), vectorised);
        assertThat(vectorised).isDeepEqualTo(loops);
    }

    /** Of every size there is, now and then zero. */
    private static float[][] rows(Random random, int count, int length) {
        float[][] rows = new float[count][length];
        for (float[] row : rows) {
            for (int i = 0; i < length; i++) {
                double size = Math.pow(10, random.nextInt(12) - 8);
                row[i] = random.nextInt(10) == 0 ? 0 : (float) (random.nextGaussian() * size);
            }
        }
        return rows;
    }
}
