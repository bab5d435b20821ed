package org.hathor.audio.fingerprint;

/**
 * Two tracks with a stretch of the same recording.
 *
 * @param trackId the one, which came first into the index
 * @param otherId the other
 * @param offsetSeconds where in the other the first begins; negative when it begins before the other does
 * @param overlapSeconds how long the stretch is, in whole windows of 5 s at most the shorter track's length
 * @param share the overlap's share of the shorter track, from 0 to 1
 * @param speedRatio how many times faster than the other the first is played
 */
public record Duplicate(
        String trackId, String otherId, double offsetSeconds, double overlapSeconds, double share, double speedRatio) {}
