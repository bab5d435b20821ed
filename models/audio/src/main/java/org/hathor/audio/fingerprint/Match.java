package org.hathor.audio.fingerprint;

/**
 * A track that a query may be a part of.
 *
 * @param trackId the track
 * @param offsetSeconds where in the track the query begins; negative when it begins before the track does
 * @param score the correlation of the track's texture with the query's, from -1 to 1. Some 0.15 by chance, 0.6 under a
 *     crowd as loud as the music, 0.8 under noise as loud, 0.95 for a clean recording
 * @param speedRatio how many times faster than the track the query is played; 1 at the same speed
 */
public record Match(String trackId, double offsetSeconds, double score, double speedRatio) {}
