package org.hathor.audio.spectrum;

/** MFCC of bands that lie row by row; see {@link Mfcc}. */
final class Cepstrum {
    private final DenseFilters basis;

    Cepstrum(int nMfcc, int mels) {
        basis = new DenseFilters(Mfcc.basis(nMfcc, mels));
    }

    /** {@code float[frames][nMfcc]} of bands in decibels. */
    float[][] of(FrameBlocks decibels) {
        return basis.weigh(decibels);
    }
}
