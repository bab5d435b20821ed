package org.hathor.audio.spectrum;

import java.util.Objects;

/**
 * Overlapping triangles, evenly spaced in mels, each of unit area in hertz (librosa's {@code norm='slaney'}).
 *
 * <p>Source: S. B. Davis and P. Mermelstein, "Comparison of parametric representations for monosyllabic word
 * recognition", IEEE Trans. ASSP 28 (1980); the normalisation is that of Slaney's Auditory Toolbox. Immutable.
 */
public final class MelFilterBank {
    /** librosa's {@code n_mels}. */
    public static final int DEFAULT_MELS = 128;

    private final double[][] matrix;
    private final TriangularFilters filters;

    private MelFilterBank(double[][] matrix) {
        this.matrix = matrix;
        this.filters = new TriangularFilters(matrix);
    }

    /** librosa's defaults: 128 filters from 0 Hz to half the sample rate, Slaney's scale. */
    public static MelFilterBank of(int sampleRate, int nFft) {
        return of(sampleRate, nFft, DEFAULT_MELS, 0, sampleRate / 2.0, MelScale.SLANEY);
    }

    /**
     * @param sampleRate in hertz
     * @param nFft samples of a transform
     * @param nMels how many filters, at least 1
     * @param fMin where the first begins, in hertz
     * @param fMax where the last ends, in hertz; above {@code fMin}
     * @param scale the scale they are evenly spaced on
     */
    public static MelFilterBank of(int sampleRate, int nFft, int nMels, double fMin, double fMax, MelScale scale) {
        SignalCheck.requireSampleRate(sampleRate);
        Objects.requireNonNull(scale, "scale");
        if (nMels < 1) {
            throw new IllegalArgumentException("nMels must be at least 1, not " + nMels);
        }
        if (!(fMin >= 0 && fMax > fMin)) {
            throw new IllegalArgumentException("0 ≤ fMin < fMax is needed, not %s and %s".formatted(fMin, fMax));
        }
        double[] corners = corners(nMels, fMin, fMax, scale);
        double[][] matrix = new double[nMels][nFft / 2 + 1];
        for (int m = 0; m < nMels; m++) {
            double area = 2 / (corners[m + 2] - corners[m]);
            for (int k = 0; k < matrix[m].length; k++) {
                double hertz = (double) k * sampleRate / nFft;
                double rising = (hertz - corners[m]) / (corners[m + 1] - corners[m]);
                double falling = (corners[m + 2] - hertz) / (corners[m + 2] - corners[m + 1]);
                matrix[m][k] = Math.max(0, Math.min(rising, falling)) * area;
            }
        }
        return new MelFilterBank(matrix);
    }

    /** How many filters. */
    public int mels() {
        return matrix.length;
    }

    /** A copy of the weights: {@code double[mels][bins]}. */
    public double[][] weights() {
        double[][] copy = new double[matrix.length][];
        for (int m = 0; m < copy.length; m++) {
            copy[m] = matrix[m].clone();
        }
        return copy;
    }

    /**
     * The mel spectrogram: {@code float[frames][mels]}, powers.
     *
     * @throws IllegalArgumentException when the spectrogram has other bins than the filters
     */
    public float[][] apply(Spectrogram spectrogram) {
        return filters.weigh(spectrogram.requireBins(filters.bins()));
    }

    TriangularFilters filters() {
        return filters;
    }

    private static double[] corners(int nMels, double fMin, double fMax, MelScale scale) {
        double low = scale.toMel(fMin);
        double high = scale.toMel(fMax);
        double[] hertz = new double[nMels + 2];
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = scale.toHertz(low + (high - low) * i / (nMels + 1));
        }
        return hertz;
    }
}
