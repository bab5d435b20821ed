package org.hathor.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Vector instructions and loops say what the definition says; both the same, to the last bit where nothing is summed.
 */
class LaneKernelsTest {
    private static final List<LaneKernels> BOTH = List.of(new LoopLaneKernels(), new VectorLaneKernels());

    @Test
    void theTestsRunWithVectors() {
        assertThat(LaneKernels.FASTEST).isInstanceOf(VectorLaneKernels.class);
    }

    @Property(tries = 50)
    void twoFiltersOfNeighbouringBins(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int vectors,
            @ForAll @IntRange(min = 0, max = 21) int length,
            @ForAll @IntRange(min = 0, max = 3) int first) {
        int lanes = vectors * LaneKernels.WIDEST;
        float[] weights = rows(new Random(seed + 1), 1, 2 * length)[0];
        float[][] bins = rows(new Random(seed + 2), first + length, lanes);
        float[][] before = rows(new Random(seed + 3), 2, lanes);
        double size = size(bins, weights) + size(before, new float[] {1});
        for (LaneKernels kernels : BOTH) {
            float[][] sums = {before[0].clone(), before[1].clone()};
            kernels.addTwo(bins, first, weights, sums[0], sums[1]);
            for (int f = 0; f < 2; f++) {
                for (int l = 0; l < lanes; l++) {
                    double wanted = before[f][l];
                    for (int k = 0; k < length; k++) {
                        wanted += (double) weights[2 * k + f] * bins[first + k][l];
                    }
                    assertThat((double) sums[f][l]).isCloseTo(wanted, within(1e-6 * size));
                }
            }
        }
    }

    @Property(tries = 50)
    void fourFiltersOfAllBins(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int vectors,
            @ForAll @IntRange(min = 0, max = 21) int length) {
        int lanes = vectors * LaneKernels.WIDEST;
        float[] weights = rows(new Random(seed + 1), 1, 4 * length)[0];
        float[][] bins = rows(new Random(seed + 2), length, lanes);
        for (LaneKernels kernels : BOTH) {
            float[][] sums = rows(new Random(seed + 3), 6, lanes);
            float[][] untouched = {sums[0].clone(), sums[5].clone()};
            kernels.weighFour(bins, weights, sums, 1);
            for (int f = 0; f < 4; f++) {
                for (int l = 0; l < lanes; l++) {
                    double wanted = 0;
                    for (int k = 0; k < length; k++) {
                        wanted += (double) weights[4 * k + f] * bins[k][l];
                    }
                    assertThat((double) sums[1 + f][l]).isCloseTo(wanted, within(1e-6 * size(bins, weights)));
                }
            }
            assertThat(new float[][] {sums[0], sums[5]}).isDeepEqualTo(untouched);
        }
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

    @Property(tries = 50)
    void levelsAndPeaks(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int vectors) {
        same(seed, 5, vectors, (kernels, r) -> {
            for (float[] row : r) {
                for (int l = 0; l < row.length; l++) {
                    row[l] = Math.abs(row[l]);
                }
            }
            float[] into = r[4];
            float[] wanted = into.clone();
            for (float[] row : r) {
                for (int l = 0; l < row.length; l++) {
                    wanted[l] = Math.max(wanted[l], row[l]);
                }
            }
            kernels.largest(Arrays.copyOf(r, 4), into);
            assertThat(into).containsExactly(wanted);
        });
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
