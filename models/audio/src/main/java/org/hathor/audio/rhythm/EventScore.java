package org.hathor.audio.rhythm;

import java.util.Arrays;

/**
 * How well estimated times agree with annotated ones: precision, recall and their harmonic mean, each in [0, 1].
 *
 * <p>An estimate counts as right when it can be paired with an annotation at most {@code window} seconds away, each
 * used once, and as many pairs as possible are made. This is mir_eval's {@code onset.f_measure} and
 * {@code beat.f_measure} (Raffel et al., "mir_eval: a transparent implementation of common MIR metrics", ISMIR 2014).
 *
 * @param precision the share of estimates that are right; 0 where there is no estimate
 * @param recall the share of annotations that were found; 0 where there is no annotation
 */
public record EventScore(double precision, double recall) {
    /** The tolerance customary for onsets, seconds. */
    public static final double ONSET_WINDOW = 0.05;
    /** The tolerance customary for beats, seconds. */
    public static final double BEAT_WINDOW = 0.07;
    /**
     * Beats before this are not judged: a listener too needs a while to find the beat (mir_eval's {@code trim_beats}).
     */
    public static final double BEATS_JUDGED_FROM = 5;

    /** Onsets, all of them, within {@value #ONSET_WINDOW} s. */
    public static EventScore ofOnsets(double[] reference, double[] estimated) {
        return of(reference, estimated, ONSET_WINDOW);
    }

    /** Beats from {@value #BEATS_JUDGED_FROM} s on, within {@value #BEAT_WINDOW} s. */
    public static EventScore ofBeats(double[] reference, double[] estimated) {
        return of(judged(reference), judged(estimated), BEAT_WINDOW);
    }

    /**
     * Pairs from the earliest on. With one window for all, giving each annotation the earliest free estimate in reach
     * leaves the most for those after it, so the greedy pairing is a largest one.
     *
     * @param reference annotated times in seconds, ascending
     * @param estimated estimated times in seconds, ascending
     * @param window how far apart a pair may be, seconds, inclusive
     */
    public static EventScore of(double[] reference, double[] estimated, double window) {
        int pairs = 0;
        int e = 0;
        for (double time : reference) {
            while (e < estimated.length && estimated[e] < time - window) {
                e++;
            }
            if (e < estimated.length && estimated[e] <= time + window) {
                pairs++;
                e++;
            }
        }
        return new EventScore(ratio(pairs, estimated.length), ratio(pairs, reference.length));
    }

    /** The harmonic mean of precision and recall; 0 where both are 0. */
    public double f() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double[] judged(double[] beats) {
        return Arrays.stream(beats).filter(t -> t >= BEATS_JUDGED_FROM).toArray();
    }

    private static double ratio(int pairs, int all) {
        return all == 0 ? 0 : (double) pairs / all;
    }
}
