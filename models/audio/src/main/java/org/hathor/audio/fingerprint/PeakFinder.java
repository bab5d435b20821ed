package org.hathor.audio.fingerprint;

/**
 * The peaks of a spectrogram: where sound begins or swells, more than anywhere within a rectangle of time and frequency
 * around.
 *
 * <p>What is compared is not power but its rise: the logarithm of power above a floor, with what has stood there for
 * long filtered out by a high-pass along time (after D. Ellis, "Robust landmark-based audio fingerprinting", 2009). The
 * start of a steady tone then stays the same peak under noise, where the moment of its greatest power would wander. The
 * floor is the mean power of the two seconds around, so that level plays no part and peaks are those that outlast noise
 * as strong as the sound.
 */
final class PeakFinder {
    /** Below, hum and rumble; 108 Hz. */
    private static final int BIN_MIN = 20;

    /** Above, lossy coders and the resampler's edge; 4.9 kHz. */
    private static final int BIN_MAX = 910;

    /** Nepers above the surroundings below which nothing is a peak. */
    private static final float RISE_MIN = 0.5f;

    /** Frames on each side among whose peaks only the greatest are kept; half a second. */
    private static final int CROWD_RADIUS = 22;

    private final int frameRadius;
    private final int binRadius;
    private final int peaksMax;

    /**
     * A finder.
     *
     * @param frameRadius frames on each side that a peak surpasses
     * @param binRadius bins on each side that a peak surpasses
     * @param peaksMax peaks that are kept in any second: the greatest
     */
    PeakFinder(int frameRadius, int binRadius, int peaksMax) {
        this.frameRadius = frameRadius;
        this.binRadius = binRadius;
        this.peaksMax = peaksMax;
    }

    /**
     * The constellation of a recording.
     *
     * @param power its {@link Spectrogram}; there are no peaks where it has no frames
     * @param length frames of the whole recording, the last window's included
     */
    Constellation peaks(float[][] power, int length) {
        float[][] rise = rise(power);
        FoundPeaks found = new FoundPeaks();
        for (int t = 0; t < rise.length; t++) {
            for (int bin = BIN_MIN; bin <= BIN_MAX; bin++) {
                if (rise[t][bin] > RISE_MIN && surpasses(rise, t, bin)) {
                    found.add(t, frequency(power[t], bin), rise[t][bin]);
                }
            }
        }
        return found.thinned(CROWD_RADIUS, peaksMax).constellation(length);
    }

    private static float[][] rise(float[][] power) {
        Prominence prominence = new Prominence(power, BIN_MIN, BIN_MAX);
        float[][] rise = new float[power.length][Spectrogram.BINS];
        float[] before = new float[Spectrogram.BINS];
        for (int t = 0; t < power.length; t++) {
            float perFloor = prominence.perFloor(t);
            for (int bin = BIN_MIN - 1; bin <= BIN_MAX + 1; bin++) {
                float level = Prominence.level(power[t][bin], perFloor);
                // what sounds at the beginning has risen from silence
                rise[t][bin] = t == 0 ? level : Prominence.rise(level, before[bin], rise[t - 1][bin]);
                before[bin] = level;
            }
        }
        return rise;
    }

    /** Whether a cell is greater than its surroundings; of equals, the first in time and then in frequency is. */
    private boolean surpasses(float[][] rise, int t, int bin) {
        float value = rise[t][bin];
        if (rise[t][bin - 1] >= value || rise[t][bin + 1] > value) {
            return false;
        }
        int from = Math.max(0, t - frameRadius);
        int to = Math.min(rise.length - 1, t + frameRadius);
        int low = Math.max(BIN_MIN, bin - binRadius);
        int high = Math.min(BIN_MAX, bin + binRadius);
        for (int frame = from; frame <= to; frame++) {
            float[] row = rise[frame];
            for (int k = low; k <= high; k++) {
                boolean earlier = frame < t || frame == t && k < bin;
                if (row[k] > value || earlier && row[k] == value) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The frequency of a peak in steps, from the parabola through the logarithms of its power and its neighbours'. */
    private static short frequency(float[] power, int bin) {
        double left = Math.log(power[bin - 1] + Prominence.SILENCE);
        double right = Math.log(power[bin + 1] + Prominence.SILENCE);
        double curvature = left - 2 * Math.log(power[bin] + Prominence.SILENCE) + right;
        double shift = curvature < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (left - right) / curvature)) : 0;
        return (short) Math.round((bin + shift) * Constellation.STEPS_PER_BIN);
    }
}
