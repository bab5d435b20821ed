package org.hathor.audio.tonality;

/**
 * What speaks for each of the 24 keys: how often each degree above its tonic sounds among the bass and above it, over
 * the whole recording and in its first and last seconds, where a piece likes to be at home. The numbers of a minor key
 * stand in places of their own, so that a linear model over them holds one profile a mode, as the profiles of Krumhansl
 * and Kessler (1982) or Temperley (1999) do, but learnt.
 */
public final class KeyFeatures {
    private static final double END_SECONDS = 4;
    private static final int PARTS = 4;
    private static final int PER_MODE = 1 + PARTS * PitchClasses.CLASSES;
    /** Length of a key's vector. */
    public static final int COUNT = 2 * PER_MODE;

    private KeyFeatures() {}

    /** @return {@code [24][COUNT]}, in the order of {@link #tonic} and {@link #mode}; empty where nothing sounds */
    public static float[][] of(PitchClasses classes) {
        float[][] both = new float[classes.frames()][PitchClasses.CLASSES];
        int first = -1;
        int last = -1;
        for (int t = 0; t < both.length; t++) {
            float sum = 0;
            for (int c = 0; c < PitchClasses.CLASSES; c++) {
                both[t][c] = classes.bass()[t][c] + classes.treble()[t][c];
                sum += both[t][c];
            }
            if (sum > 0) {
                first = first < 0 ? t : first;
                last = t;
            }
        }
        if (first < 0) {
            return new float[0][];
        }
        int end = (int) Math.round(END_SECONDS * classes.framesPerSecond());
        float[][] profiles = {
            profile(classes.bass(), first, last),
            profile(classes.treble(), first, last),
            profile(both, first, Math.min(last, first + end)),
            profile(both, Math.max(first, last - end), last)
        };
        float[][] keys = new float[Key.COUNT][COUNT];
        for (int key = 0; key < Key.COUNT; key++) {
            int next = mode(key) == Mode.MAJOR ? 0 : PER_MODE;
            keys[key][next++] = 1;
            for (float[] profile : profiles) {
                for (int degree = 0; degree < PitchClasses.CLASSES; degree++) {
                    keys[key][next++] = profile[(tonic(key) + degree) % PitchClasses.CLASSES];
                }
            }
        }
        return keys;
    }

    /** The tonic of alternative {@code key}, 0 to 11. */
    public static int tonic(int key) {
        return key % PitchClasses.CLASSES;
    }

    /** The mode of alternative {@code key}. */
    public static Mode mode(int key) {
        return key < PitchClasses.CLASSES ? Mode.MAJOR : Mode.MINOR;
    }

    /** Mean over the frames, each with its largest class as 1, so that loud passages do not outweigh others. */
    private static float[] profile(float[][] classes, int from, int to) {
        float[] profile = new float[PitchClasses.CLASSES];
        int sounding = 0;
        for (int t = from; t <= to; t++) {
            float largest = 0;
            for (float value : classes[t]) {
                largest = Math.max(largest, value);
            }
            if (largest > 0) {
                sounding++;
                for (int c = 0; c < profile.length; c++) {
                    profile[c] += classes[t][c] / largest;
                }
            }
        }
        for (int c = 0; c < profile.length && sounding > 0; c++) {
            profile[c] /= sounding;
        }
        return profile;
    }
}
