package org.hathor.audio.spectrum;

import java.util.Arrays;

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

    /** The same of bands that lie row by row. */
    static float[] of(FrameBlocks decibels, StftSettings settings) {
        int delay = delay(settings);
        float[] strength = new float[decibels.frames()];
        float[] twice = new float[decibels.lanes()];
        float[] before = new float[decibels.lanes()];
        for (int b = 0; b < decibels.size(); b++) {
            float[][] bands = decibels.block(b);
            float[][] previous = decibels.block(Math.max(0, b - 1));
            Arrays.fill(twice, 0);
            for (int m = 0; m < bands.length; m++) {
                // The first frame of all is held against itself.
                before[0] = b == 0 ? bands[m][0] : previous[m][before.length - 1];
                System.arraycopy(bands[m], 0, before, 1, before.length - 1);
                addTwiceTheRise(twice, bands[m], before);
            }
            int first = decibels.first(b) + delay;
            for (int l = 0; l < decibels.count(b) && first + l < strength.length; l++) {
                strength[first + l] = twice[l] / (2 * bands.length);
            }
        }
        return strength;
    }

    /** into ← into + (difference + |difference|): twice what is positive of now − before. */
    private static void addTwiceTheRise(float[] into, float[] now, float[] before) {
        for (int i = 0; i < into.length; i++) {
            float difference = now[i] - before[i];
            into[i] += difference + Math.abs(difference);
        }
    }

    private static int delay(StftSettings settings) {
        return settings.framing() == Framing.CENTERED ? settings.nFft() / (2 * settings.hopLength()) : 0;
    }
}
