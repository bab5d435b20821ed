/**
 * Acoustic fingerprints: what a recording is known again by.
 *
 * <p>A {@link org.hathor.audio.fingerprint.Fingerprint} is the constellation of a recording's spectral peaks and the
 * texture of its bands' rises and falls. Two steps find a query. Pairs of peaks are landmarks (A. Wang, "An
 * industrial-strength audio search algorithm", ISMIR 2003); the places at which most of the query's landmarks lie in a
 * track are only proposed. The texture, which has a value for every moment and band as the sub-fingerprints of J.
 * Haitsma and T. Kalker have ("A highly robust audio fingerprinting system", ISMIR 2002), is then laid upon the query
 * and decides. A query that was played faster or slower is asked at several supposed speeds.
 */
package org.hathor.audio.fingerprint;
