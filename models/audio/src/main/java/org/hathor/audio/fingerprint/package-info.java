/**
 * Acoustic fingerprints: what a recording is known again by.
 *
 * <p>A {@link org.hathor.audio.fingerprint.Fingerprint} is the constellation of a recording's spectral peaks. Pairs of
 * peaks are its landmarks (A. Wang, "An industrial-strength audio search algorithm", ISMIR 2003); a
 * {@link org.hathor.audio.fingerprint.FingerprintIndex} finds tracks that share many landmarks at one offset, and then
 * compares the constellations themselves, which decides. A query that was played faster or slower is asked at several
 * supposed speeds.
 */
package org.hathor.audio.fingerprint;
