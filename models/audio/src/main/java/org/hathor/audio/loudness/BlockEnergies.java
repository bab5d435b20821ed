package org.hathor.audio.loudness;

import java.util.Arrays;

/**
 * Weighted mean squares of a recording's tenths of a second, in order, and what BS.1770 and Tech 3342 make of them:
 * windows that begin every 100 ms, gated by absolute and by relative level.
 */
final class BlockEnergies {
    private static final int MOMENTARY = 4;
    private static final int SHORT_TERM = 30;
    private static final double INTEGRATED_GATE_LU = 10;
    private static final double RANGE_GATE_LU = 20;
    private static final double RANGE_LOW = 0.10;
    private static final double RANGE_HIGH = 0.95;

    private double[] energies = new double[600];
    private int size;

    /** @param energy mean square of the weighted samples of one tenth of a second, summed over channels */
    void add(double energy) {
        if (size == energies.length) {
            energies = Arrays.copyOf(energies, 2 * size);
        }
        energies[size++] = energy;
    }

    int size() {
        return size;
    }

    double momentaryMax() {
        return Arrays.stream(loudness(MOMENTARY)).max().orElse(Loudness.LUFS_MIN);
    }

    double shortTermMax() {
        return Arrays.stream(loudness(SHORT_TERM)).max().orElse(Loudness.LUFS_MIN);
    }

    /** Mean power of the 400 ms windows that pass both gates (BS.1770-4, equations 3 to 7), in LUFS. */
    double integrated() {
        double[] windows = loudness(MOMENTARY);
        double gate = relativeGate(windows, INTEGRATED_GATE_LU);
        return Math.max(Loudness.LUFS_MIN, meanAbove(windows, gate));
    }

    /** From the 10th to the 95th percentile of the gated short-term loudness (Tech 3342, 3), in LU. */
    double range() {
        double[] windows = loudness(SHORT_TERM);
        double gate = relativeGate(windows, RANGE_GATE_LU);
        double[] passed = Arrays.stream(windows)
                .filter(l -> l > Loudness.LUFS_MIN && l >= gate)
                .sorted()
                .toArray();
        if (passed.length == 0) {
            return 0;
        }
        return passed[(int) Math.round((passed.length - 1) * RANGE_HIGH)]
                - passed[(int) Math.round((passed.length - 1) * RANGE_LOW)];
    }

    private static double relativeGate(double[] windows, double belowMean) {
        return meanAbove(windows, Loudness.LUFS_MIN) - belowMean;
    }

    private static double meanAbove(double[] windows, double gate) {
        double sum = 0;
        int passed = 0;
        for (double window : windows) {
            if (window > Loudness.LUFS_MIN && window > gate) {
                sum += energy(window);
                passed++;
            }
        }
        return passed == 0 ? Loudness.LUFS_MIN : lufs(sum / passed);
    }

    /** Loudness of every window of so many tenths; of a shorter recording, one window over all of it. */
    private double[] loudness(int tenths) {
        int length = Math.min(tenths, size);
        if (length == 0) {
            return new double[0];
        }
        double[] windows = new double[size - length + 1];
        for (int i = 0; i < windows.length; i++) {
            double sum = 0;
            for (int k = i; k < i + length; k++) {
                sum += energies[k];
            }
            windows[i] = Math.max(Loudness.LUFS_MIN, lufs(sum / length));
        }
        return windows;
    }

    private static double lufs(double energy) {
        return -0.691 + 10 * Math.log10(energy);
    }

    private static double energy(double lufs) {
        return Math.pow(10, (lufs + 0.691) / 10);
    }
}
