/**
 * Spectra and what is read from them, frame by frame: mel, MFCC, chroma, shape, onset strength.
 *
 * <p>{@link org.hathor.audio.spectrum.SpectralFeatures} is the door: one short-time Fourier transform, everything else
 * from it. Definitions, names and defaults are librosa's (0.10), so that numbers match; matrices are
 * {@code float[frames][bins]}, time first.
 */
package org.hathor.audio.spectrum;
