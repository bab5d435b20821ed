package org.hathor.mood;

import java.util.List;

/**
 * Which of a piano's keys are struck, how hard, and which sound, in each frame of a spectrogram: what a clip's notes
 * say, or what the network hears. A key whose string sounds on under the pedal sounds.
 *
 * @param struck {@code [frames][KEYS]}
 * @param sounding {@code [frames][KEYS]}; a struck key sounds
 * @param velocity {@code [frames][KEYS]}, of struck keys, above 0 and at most 1; else 0
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from maker to reader, never compared.
record PianoRoll(boolean[][] struck, boolean[][] sounding, float[][] velocity) {
    static final int KEYS = 88;

    /** What the network says of a key: {@link #STRUCK}, {@link #SOUNDING} and {@link #VELOCITY}. */
    static final int OUTPUTS = 3;

    static final int STRUCK = 0;
    static final int SOUNDING = 1;
    static final int VELOCITY = 2;

    private static final int LOWEST_PITCH = 21;
    private static final float HIGHEST_VELOCITY = 127;

    /**
     * Logits from which on a key counts as struck (a chance of 0.2) and as sounding (0.4): where the network hears
     * about as many as there are, for it is shy of what is rare.
     */
    private static final float STRUCK_LOGIT = (float) Math.log(0.2 / 0.8);

    private static final float SOUNDING_LOGIT = (float) Math.log(0.4 / 0.6);
    private static final float SOFTEST = 0.05f;

    private static PianoRoll silent(int frames) {
        return new PianoRoll(new boolean[frames][KEYS], new boolean[frames][KEYS], new float[frames][KEYS]);
    }

    int frames() {
        return struck.length;
    }

    /** What is played in a crop; keys that its transposition moves off the keyboard are left out. */
    static PianoRoll of(List<PlayedNote> notes, Augmentation.Cut cut, int frames) {
        PianoRoll roll = silent(frames);
        for (PlayedNote note : notes) {
            int key = note.pitch() - LOWEST_PITCH + cut.semitones();
            int first = cut.frame(note.start());
            if (key >= 0 && key < KEYS && first < frames) {
                int last = Math.max(first + 1, cut.frame(note.end()));
                for (int t = Math.max(0, first); t < Math.min(frames, last); t++) {
                    roll.sounding[t][key] = true;
                }
                if (first >= 0) {
                    roll.struck[first][key] = true;
                    roll.velocity[first][key] = note.velocity() / HIGHEST_VELOCITY;
                }
            }
        }
        return roll;
    }

    /**
     * What the network heard: a key is struck in the frame in which that is likelier than in its neighbours.
     *
     * @param outputs {@code [crops][OUTPUTS × KEYS][frames]}, flat; the crops follow one another
     */
    static PianoRoll heard(float[] outputs, int crops, int frames) {
        PianoRoll roll = silent(crops * frames);
        for (int c = 0; c < crops; c++) {
            for (int key = 0; key < KEYS; key++) {
                int struckAt = ((c * OUTPUTS + STRUCK) * KEYS + key) * frames;
                int soundingAt = ((c * OUTPUTS + SOUNDING) * KEYS + key) * frames;
                int velocityAt = ((c * OUTPUTS + VELOCITY) * KEYS + key) * frames;
                for (int t = 0; t < frames; t++) {
                    int row = c * frames + t;
                    boolean onset = isPeak(outputs, struckAt, t, frames);
                    roll.struck[row][key] = onset;
                    roll.sounding[row][key] = onset || outputs[soundingAt + t] > SOUNDING_LOGIT;
                    roll.velocity[row][key] = onset ? Math.max(SOFTEST, Math.min(1, outputs[velocityAt + t])) : 0;
                }
            }
        }
        return roll;
    }

    private static boolean isPeak(float[] outputs, int from, int t, int frames) {
        float here = outputs[from + t];
        return here > STRUCK_LOGIT
                && (t == 0 || here >= outputs[from + t - 1])
                && (t == frames - 1 || here > outputs[from + t + 1]);
    }

    /** Both at once, of as many frames. */
    PianoRoll with(PianoRoll other) {
        PianoRoll both = silent(frames());
        for (int t = 0; t < frames(); t++) {
            for (int key = 0; key < KEYS; key++) {
                both.struck[t][key] = struck[t][key] || other.struck[t][key];
                both.sounding[t][key] = sounding[t][key] || other.sounding[t][key];
                both.velocity[t][key] = Math.max(velocity[t][key], other.velocity[t][key]);
            }
        }
        return both;
    }
}
