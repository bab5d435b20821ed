package org.hathor.audio.fingerprint;

/**
 * How far power stands out from what is around it in time: its level, the logarithm of power over a floor, the mean of
 * the two seconds around, so that the recording's own level plays no part; and the rise of that, by a high-pass.
 */
final class Prominence {
    /** Power that stands for silence, so far below 16 bits that only digital silence lies beneath. */
    static final float SILENCE = 1e-12f;

    /** Frames on each side over which the floor is averaged; 1 s. */
    private static final int FLOOR_RADIUS = 43;

    /** What a standing sound's level loses from frame to frame, in the high-pass. */
    private static final float POLE = 0.95f;

    /** The sum of the mean power of all frames before each. */
    private final double[] sums;

    /**
     * Of a recording.
     *
     * @param power {@code [frames][bins]}, bins of any width
     * @param first the first bin that counts for the floor
     * @param last the last such bin
     */
    Prominence(float[][] power, int first, int last) {
        sums = new double[power.length + 1];
        for (int t = 0; t < power.length; t++) {
            double sum = 0;
            for (int bin = first; bin <= last; bin++) {
                sum += power[t][bin];
            }
            sums[t + 1] = sums[t] + sum / (last - first + 1);
        }
    }

    /** One over the floor at a frame. */
    float perFloor(int frame) {
        int from = Math.max(0, frame - FLOOR_RADIUS);
        int to = Math.min(sums.length - 1, frame + FLOOR_RADIUS + 1);
        return (float) (1 / ((sums[to] - sums[from]) / (to - from) + SILENCE));
    }

    /** The level of a bin in nepers, ≥ 0. */
    static float level(float power, float perFloor) {
        return (float) Math.log(1 + power * perFloor);
    }

    /** The rise of a level in nepers, from what it and its rise were in the frame before. */
    static float rise(float level, float levelBefore, float riseBefore) {
        return level - levelBefore + POLE * riseBefore;
    }
}
