package org.hathor.audio.spectrum;

/**
 * Mel-frequency cepstral coefficients: the orthonormal DCT-II of a mel spectrogram in decibels.
 *
 * <p>Source: S. B. Davis and P. Mermelstein, IEEE Trans. ASSP 28 (1980); librosa's {@code mfcc} with its defaults.
 */
public final class Mfcc {
    /** librosa's {@code n_mfcc}. */
    public static final int DEFAULT_COEFFICIENTS = 20;

    private Mfcc() {}

    /**
     * The coefficients.
     *
     * @param melDecibels {@code [frames][mels]}, from {@link Decibels#ofPower(float[][])}
     * @param nMfcc how many, at most as many as there are mels
     * @return {@code float[frames][nMfcc]}
     */
    public static float[][] of(float[][] melDecibels, int nMfcc) {
        int mels = melDecibels.length == 0 ? nMfcc : melDecibels[0].length;
        double[][] basis = basis(nMfcc, mels);
        float[][] coefficients = new float[melDecibels.length][nMfcc];
        for (int t = 0; t < melDecibels.length; t++) {
            for (int c = 0; c < nMfcc; c++) {
                double sum = 0;
                for (int m = 0; m < mels; m++) {
                    sum += basis[c][m] * melDecibels[t][m];
                }
                coefficients[t][c] = (float) sum;
            }
        }
        return coefficients;
    }

    /** Rows of the orthonormal DCT-II matrix: s(c) · cos(π c (2m + 1) / (2 mels)). */
    static double[][] basis(int nMfcc, int mels) {
        if (nMfcc < 1 || nMfcc > mels) {
            throw new IllegalArgumentException(
                    "nMfcc must be between 1 and the %d mels, not %d".formatted(mels, nMfcc));
        }
        double[][] basis = new double[nMfcc][mels];
        for (int c = 0; c < nMfcc; c++) {
            double scale = Math.sqrt((c == 0 ? 1.0 : 2.0) / mels);
            for (int m = 0; m < mels; m++) {
                basis[c][m] = scale * Math.cos(Math.PI * c * (2 * m + 1) / (2.0 * mels));
            }
        }
        return basis;
    }
}
