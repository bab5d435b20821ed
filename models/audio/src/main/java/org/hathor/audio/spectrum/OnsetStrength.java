package org.hathor.audio.spectrum;

/**
 * How much louder the bands of a mel spectrogram have become since the frame before: spectral flux.
 *
 * <p>o[t] = meanₘ max(0, S[t, m] − S[t − lag, m]) in decibels, at least 0, delayed by half a transform where frames are
 * centred, so that an onset's peak stands at its instant. As librosa's {@code onset_strength} with {@code max_size=1}.
 * Source: S. Böck and G. Widmer, "Maximum filter vibrato suppression for onset detection", DAFx 2013.
 */
public final class OnsetStrength {
    private OnsetStrength() {}

    /** With a lag of one frame. */
    public static float[] of(float[][] melDecibels, StftSettings settings) {
        return of(melDecibels, settings, 1);
    }

    /**
     * @param melDecibels {@code [frames][mels]}, from {@link Decibels#ofPower(float[][])}
     * @param settings those of the transform underneath
     * @param lag frames between what is compared, at least 1
     * @return one value a frame
     */
    public static float[] of(float[][] melDecibels, StftSettings settings, int lag) {
        if (lag < 1) {
            throw new IllegalArgumentException("lag must be at least 1, not " + lag);
        }
        int delay = delay(settings);
        float[] strength = new float[melDecibels.length];
        for (int t = lag; t + delay < strength.length; t++) {
            float[] now = melDecibels[t];
            float[] before = melDecibels[t - lag];
            double sum = 0;
            for (int m = 0; m < now.length; m++) {
                sum += Math.max(0, now[m] - before[m]);
            }
            strength[t + delay] = (float) (sum / now.length);
        }
        return strength;
    }

    /** The same of bands that lie row by row: {@code double[mels][frames]}. */
    static float[] ofRows(double[][] decibels, StftSettings settings) {
        int frames = decibels[0].length;
        double[] twice = new double[frames];
        double[] before = new double[frames];
        for (double[] row : decibels) {
            System.arraycopy(row, 0, before, 1, frames - 1);
            LaneKernels.addTwiceTheRise(twice, row, before, 1, frames);
        }
        int delay = delay(settings);
        float[] strength = new float[frames];
        for (int t = 1; t + delay < frames; t++) {
            strength[t + delay] = (float) (twice[t] / (2 * decibels.length));
        }
        return strength;
    }

    private static int delay(StftSettings settings) {
        return settings.framing() == Framing.CENTERED ? settings.nFft() / (2 * settings.hopLength()) : 0;
    }
}
