package org.hathor.audio.spectrum;

/**
 * What is read from the samples of a frame without a transform: level, and how often the signal changes sign.
 *
 * <p>As librosa's {@code rms} and {@code zero_crossing_rate}. Source: B. Kedem, "Spectral analysis and discrimination
 * by zero-crossings", Proc. IEEE 74 (1986).
 */
public final class FrameLevels {
    /** Samples this small have no sign. */
    private static final float SIGNLESS = 1e-10f;

    private FrameLevels() {}

    /**
     * The root of the mean square of each frame: 0 in silence, 1 for a full-scale square wave.
     *
     * @param y the signal, mono
     * @param settings of which {@code nFft}, {@code hopLength}, {@code framing} and {@code padMode} hold here
     */
    public static float[] rms(float[] y, StftSettings settings) {
        SignalCheck.requireSignal(y, "y");
        float[] rms = new float[settings.frames(y.length)];
        for (int t = 0; t < rms.length; t++) {
            int start = settings.start(t);
            int end = start + settings.nFft();
            double sum = 0;
            for (int n = Math.max(0, start); n < Math.min(y.length, end); n++) {
                sum += (double) y[n] * y[n];
            }
            if (settings.padMode() != PadMode.CONSTANT) {
                sum += outside(y, start, Math.min(0, end), settings.padMode())
                        + outside(y, Math.max(y.length, start), end, settings.padMode());
            }
            rms[t] = (float) Math.sqrt(sum / settings.nFft());
        }
        return rms;
    }

    /**
     * The part of a frame's samples, in [0, 1), whose sign differs from the sample before; the frame's first sample is
     * not held against anything. A centred frame beyond an end of the signal is filled with its last sample.
     *
     * @param y the signal, mono
     * @param settings of which {@code nFft}, {@code hopLength} and {@code framing} hold here
     */
    public static float[] zeroCrossingRate(float[] y, StftSettings settings) {
        SignalCheck.requireSignal(y, "y");
        int[] crossingsUpTo = new int[y.length];
        boolean negativeBefore = isNegative(y[0]);
        for (int n = 1; n < y.length; n++) {
            boolean negative = isNegative(y[n]);
            crossingsUpTo[n] = crossingsUpTo[n - 1] + (negative == negativeBefore ? 0 : 1);
            negativeBefore = negative;
        }
        float[] rate = new float[settings.frames(y.length)];
        for (int t = 0; t < rate.length; t++) {
            int first = within(settings.start(t), y.length);
            int last = within(settings.start(t) + settings.nFft() - 1, y.length);
            rate[t] = (float) (crossingsUpTo[last] - crossingsUpTo[first]) / settings.nFft();
        }
        return rate;
    }

    private static double outside(float[] y, int from, int to, PadMode padMode) {
        double sum = 0;
        for (int n = from; n < to; n++) {
            double sample = padMode.sample(y, n);
            sum += sample * sample;
        }
        return sum;
    }

    private static boolean isNegative(float sample) {
        return sample < -SIGNLESS;
    }

    private static int within(int position, int length) {
        return Math.max(0, Math.min(length - 1, position));
    }
}
