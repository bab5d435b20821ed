package org.hathor.listening.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A question asked of a fingerprint index.
 *
 * @param trackId the right answer, or {@link #NOT_THERE}
 * @param source what the sound is taken from, for people
 * @param samples the whole of it
 * @param seed of everything random in it
 */
record Question(String trackId, String source, Supplier<float[]> samples, long seed) {
    /** The right answer is none. */
    static final String NOT_THERE = "";

    /** A stretch of the track from a random place where there is sound; the last place tried where there is none. */
    float[] excerpt(int length, double powerMin, Random random) {
        float[] track = samples.get();
        float[] excerpt = track;
        for (int attempt = 0; attempt < 100; attempt++) {
            int from = random.nextInt(Math.max(1, track.length - length));
            excerpt = Arrays.copyOfRange(track, from, from + length);
            if (Distortion.power(excerpt) >= powerMin) {
                break;
            }
        }
        return excerpt;
    }
}
