package org.hathor.audio.spectrum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A matrix of filters by bins of which most is zero, as groups of four neighbouring bins with their weights in one
 * filter, ordered by bin: a row of bins is read once for all filters.
 */
final class SparseFilters {
    private static final int GROUP = 4;

    private final int bins;
    private final int size;
    private final List<Group> groups;

    private record Group(int filter, int bin, double p, double q, double r, double s) {}

    /**
     * @param matrix filters × bins, at least four bins
     * @param negligible weights up to this are left out
     */
    SparseFilters(double[][] matrix, double negligible) {
        bins = matrix[0].length;
        size = matrix.length;
        List<Group> found = new ArrayList<>();
        for (int f = 0; f < size; f++) {
            int k = 0;
            while (k < bins) {
                if (matrix[f][k] <= negligible) {
                    k++;
                } else {
                    found.add(group(f, matrix[f], k));
                    k += GROUP;
                }
            }
        }
        found.sort(Comparator.comparingInt(Group::bin));
        groups = List.copyOf(found);
    }

    /** The weights from one bin on; before the last four bins the group begins earlier, with weights of zero. */
    private static Group group(int filter, double[] weights, int from) {
        int first = Math.min(from, weights.length - GROUP);
        double[] four = new double[GROUP];
        for (int k = from; k < first + GROUP; k++) {
            // Single precision, as librosa keeps its filters.
            four[k - first] = (float) weights[k];
        }
        return new Group(filter, first, four[0], four[1], four[2], four[3]);
    }

    int size() {
        return size;
    }

    int bins() {
        return bins;
    }

    /**
     * Adds to each filter's weighted sum what lies below a bin.
     *
     * @param power {@code [bins][lanes]}
     * @param toBin behind the last bin at hand
     * @param group where the call before came to, 0 at first
     * @param into {@code [filters][lanes]}
     * @return where this one came to
     */
    int weigh(double[][] power, int toBin, int group, double[][] into) {
        int at = group;
        for (; at < groups.size() && groups.get(at).bin + GROUP <= toBin; at++) {
            Group g = groups.get(at);
            int k = g.bin;
            LaneKernels.addFour(into[g.filter], power[k], power[k + 1], power[k + 2], power[k + 3], g.p, g.q, g.r, g.s);
        }
        return at;
    }

    /**
     * Each filter's weighted sum: {@code float[frames][filters]}.
     *
     * @throws IllegalArgumentException when the spectrogram has other bins than the filters
     */
    float[][] weigh(Spectrogram spectrogram) {
        if (spectrogram.bins() != bins) {
            throw new IllegalArgumentException(
                    "spectrogram has %d bins, the filters are for %d".formatted(spectrogram.bins(), bins));
        }
        float[][] weighed = new float[spectrogram.frames()][size];
        float[][] sums = new float[size][spectrogram.lanes()];
        for (int block = 0; block < spectrogram.blocks(); block++) {
            float[][] rows = spectrogram.block(block);
            for (Group g : groups) {
                LaneKernels.addFour(
                        sums[g.filter],
                        rows[g.bin],
                        rows[g.bin + 1],
                        rows[g.bin + 2],
                        rows[g.bin + 3],
                        (float) g.p,
                        (float) g.q,
                        (float) g.r,
                        (float) g.s);
            }
            int first = block * spectrogram.lanes();
            TimeFirst.move(sums, weighed, first, Math.min(spectrogram.lanes(), weighed.length - first));
        }
        return weighed;
    }
}
