package org.hathor.audio.spectrum;

/** MFCC of bands that lie row by row; see {@link Mfcc}. */
final class Cepstrum {
    private static final int BLOCK = 256;
    private static final int GROUP = 4;

    private Cepstrum() {}

    /** {@code float[frames][nMfcc]} of {@code double[mels][frames]}, in decibels; the mels a multiple of four. */
    static float[][] of(double[][] decibels, int nMfcc) {
        int frames = decibels[0].length;
        double[][] basis = Mfcc.basis(nMfcc, decibels.length);
        double[][] rows = new double[nMfcc][frames];
        for (int from = 0; from < frames; from += BLOCK) {
            int to = Math.min(frames, from + BLOCK);
            for (int m = 0; m + GROUP <= decibels.length; m += GROUP) {
                for (int c = 0; c < nMfcc; c++) {
                    LaneKernels.addFour(
                            rows[c],
                            decibels[m],
                            decibels[m + 1],
                            decibels[m + 2],
                            decibels[m + 3],
                            basis[c][m],
                            basis[c][m + 1],
                            basis[c][m + 2],
                            basis[c][m + 3],
                            from,
                            to);
                }
            }
        }
        return TimeFirst.of(rows, frames);
    }
}
