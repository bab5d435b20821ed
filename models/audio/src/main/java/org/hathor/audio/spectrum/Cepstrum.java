package org.hathor.audio.spectrum;

/** MFCC of bands that lie row by row; see {@link Mfcc}. */
final class Cepstrum {
    private final float[][] basis;

    Cepstrum(int nMfcc, int mels) {
        double[][] exact = Mfcc.basis(nMfcc, mels);
        basis = new float[nMfcc][mels];
        for (int c = 0; c < nMfcc; c++) {
            for (int m = 0; m < mels; m++) {
                basis[c][m] = (float) exact[c][m];
            }
        }
    }

    /** {@code float[frames][nMfcc]} of bands in decibels. */
    float[][] of(FrameBlocks decibels) {
        float[][] coefficients = new float[basis.length][decibels.lanes()];
        return decibels.weighed(bands -> {
            for (int c = 0; c < basis.length; c++) {
                LaneKernels.FASTEST.weigh(bands, 0, basis[c], coefficients[c]);
            }
            return coefficients;
        });
    }
}
