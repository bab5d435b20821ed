package org.hathor.audio.rhythm;

import java.util.Arrays;

/**
 * Follows a pulse of about a known tempo through an activation curve: of all sequences of beats whose intervals stay
 * near the tempo and change little from one to the next, the one that meets most activation.
 *
 * <p>The state is a beat's instant and the interval before it: the bar pointer model of Krebs, Böck and Widmer, "An
 * efficient state space model for joint tempo and meter tracking", ISMIR 2015, at the instants of beats only, where its
 * tempo may change; solved exactly by dynamic programming as in Ellis, "Beat tracking by dynamic programming", Journal
 * of New Music Research 36(1), 2007, whose interval it no longer fixes.
 */
final class BeatTracker {
    /** How far an interval may lie from that of the tempo, as a share. */
    private static final double RANGE = 0.08;
    /** How far an interval may lie from the one before, as a share. */
    private static final double STEP = 0.04;
    /**
     * Cost of a changing interval: this times the square of the logarithm of the ratio, in deviations of activation.
     */
    private static final double STIFFNESS = 300;

    private final float[] activation;
    private final double framesPerSecond;

    /**
     * @param activation how much each frame looks like a beat
     * @param framesPerSecond of the activation
     */
    BeatTracker(float[] activation, double framesPerSecond) {
        this.activation = standardised(activation);
        this.framesPerSecond = framesPerSecond;
    }

    /**
     * @param bpm about how many beats a minute
     * @return instants in frames, ascending; empty where the recording is shorter than two beats
     */
    int[] track(double bpm) {
        double period = 60 * framesPerSecond / bpm;
        int shortest = Math.max(1, (int) Math.floor(period * (1 - RANGE)));
        int[] intervals = new int[(int) Math.ceil(period * (1 + RANGE)) - shortest + 1];
        Arrays.setAll(intervals, i -> shortest + i);
        int longest = intervals[intervals.length - 1];
        if (activation.length < 2 * longest) {
            return new int[0];
        }
        float[][] costs = costs(intervals);
        float[][] best = new float[activation.length][intervals.length];
        byte[][] from = new byte[activation.length][intervals.length];
        for (int t = 0; t < activation.length; t++) {
            for (int i = 0; i < intervals.length; i++) {
                int before = t - intervals[i];
                if (before < 0) {
                    best[t][i] = activation[t];
                    from[t][i] = -1;
                    continue;
                }
                float[] cost = costs[i];
                float[] earlier = best[before];
                float most = Float.NEGATIVE_INFINITY;
                int at = 0;
                for (int j = 0; j < cost.length; j++) {
                    float value = earlier[j] - cost[j];
                    if (value > most) {
                        most = value;
                        at = j;
                    }
                }
                best[t][i] = activation[t] + most;
                from[t][i] = (byte) at;
            }
        }
        return path(best, from, intervals);
    }

    private static int[] path(float[][] best, byte[][] from, int[] intervals) {
        int t = best.length - 1;
        int i = 0;
        for (int frame = best.length - intervals[intervals.length - 1]; frame < best.length; frame++) {
            for (int j = 0; j < intervals.length; j++) {
                if (best[frame][j] > best[t][i]) {
                    t = frame;
                    i = j;
                }
            }
        }
        int[] reversed = new int[1 + best.length / intervals[0]];
        int count = 0;
        while (true) {
            reversed[count++] = t;
            int j = from[t][i];
            if (j < 0) {
                break;
            }
            t -= intervals[i];
            i = j;
        }
        int[] beats = new int[count];
        for (int b = 0; b < count; b++) {
            beats[b] = reversed[count - 1 - b];
        }
        return beats;
    }

    private static float[][] costs(int[] intervals) {
        float[][] costs = new float[intervals.length][intervals.length];
        for (int i = 0; i < intervals.length; i++) {
            for (int j = 0; j < intervals.length; j++) {
                double change = Math.log((double) intervals[i] / intervals[j]);
                boolean near = Math.abs(change) <= STEP || Math.abs(i - j) <= 1;
                costs[i][j] = near ? (float) (STIFFNESS * change * change) : Float.POSITIVE_INFINITY;
            }
        }
        return costs;
    }

    private static float[] standardised(float[] curve) {
        double sum = 0;
        double squares = 0;
        for (float value : curve) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = curve.length == 0 ? 0 : sum / curve.length;
        double deviation = curve.length == 0 ? 0 : Math.sqrt(Math.max(0, squares / curve.length - mean * mean));
        float[] standardised = new float[curve.length];
        for (int t = 0; t < curve.length && deviation > 0; t++) {
            standardised[t] = (float) ((curve[t] - mean) / deviation);
        }
        return standardised;
    }
}
