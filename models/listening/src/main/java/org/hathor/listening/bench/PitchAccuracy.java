package org.hathor.listening.bench;

/**
 * Raw pitch accuracy: the share of voiced reference frames whose estimate lies within 50 cents, whatever the estimate's
 * own voicing (Poliner and others, "Melody transcription from music audio", TASLP 2007); the estimate is taken between
 * its frames on a scale of cents, as mir_eval does.
 */
final class PitchAccuracy {
    private static final double CENTS = 50;

    private PitchAccuracy() {}

    /**
     * @param times of the reference, in seconds
     * @param reference in hertz, 0 where unvoiced
     * @param estimate in hertz, 0 where there is none; frame {@code i} at {@code i · hopSeconds}
     */
    static double raw(float[] times, float[] reference, float[] estimate, double hopSeconds) {
        int voiced = 0;
        int right = 0;
        for (int i = 0; i < times.length; i++) {
            if (reference[i] > 0) {
                voiced++;
                double cents = 1200 * Math.log(at(estimate, times[i] / hopSeconds) / reference[i]) / Math.log(2);
                right += Math.abs(cents) < CENTS ? 1 : 0;
            }
        }
        return voiced == 0 ? 0 : (double) right / voiced;
    }

    private static double at(float[] estimate, double frame) {
        int before = Math.min(estimate.length - 1, (int) frame);
        int after = Math.min(estimate.length - 1, before + 1);
        double share = frame - before;
        if (estimate[before] <= 0 || estimate[after] <= 0) {
            return estimate[share < 0.5 ? before : after];
        }
        return estimate[before] * Math.pow((double) estimate[after] / estimate[before], share);
    }
}
