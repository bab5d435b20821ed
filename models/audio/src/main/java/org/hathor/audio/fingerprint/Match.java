package org.hathor.audio.fingerprint;

/**
 * A track that a query may be a part of.
 *
 * @param trackId the track
 * @param offsetSeconds where in the track the query begins; negative when it begins before the track does
 * @param score the share of the track's peaks in that stretch that the query has too, from 0 to 1, drawn towards 0 where
 *     the peaks are few
 * @param speedRatio how many times faster than the track the query is played; 1 at the same speed
 */
public record Match(String trackId, double offsetSeconds, double score, double speedRatio) {}
