package org.hathor.audio.fingerprint;

/**
 * A track that a query may be a part of.
 *
 * @param trackId the track
 * @param offsetSeconds where in the track the query begins; negative when it begins before the track does
 * @param score how much speaks for it: the share of the track's peaks in that stretch that the query has too, times the
 *     square root of how many landmarks agree on the offset. Some 0.5 by chance, 5 and more for a clean recording
 * @param speedRatio how many times faster than the track the query is played; 1 at the same speed
 */
public record Match(String trackId, double offsetSeconds, double score, double speedRatio) {}
