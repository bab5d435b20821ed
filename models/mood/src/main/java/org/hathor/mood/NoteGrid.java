package org.hathor.mood;

import java.util.List;

/**
 * What is played when: for every span of frames the struck and sounding notes, from running sums, so that a crop's
 * targets cost nothing to look up. The network learns to hear them in each of its last frames
 * ({@link MoodNetwork#FRAMES_A_STEP} of the spectrogram), where a clip's notes are known: how many are struck and how
 * hard, how many sound, their mean, lowest and highest pitch, and each pitch class. Nobody needs the notes once the
 * network is trained: Vapnik and Vashist, "Learning using privileged information" (Neural Networks, 2009).
 */
final class NoteGrid {
    /** Numbers about each step. */
    static final int TRAITS = 18;

    private static final int STRUCK = 0;
    private static final int VELOCITY = 1;
    private static final int PITCH = 2;
    private static final int SOUNDING = 3;
    private static final int BUSY = 4;
    private static final int LOWEST = 5;
    private static final int HIGHEST = 6;
    private static final int CLASSES = 7;
    private static final int COLUMNS = CLASSES + 12;

    private final double[][] sums;

    /** @param frames of the clip's spectrogram */
    NoteGrid(List<PlayedNote> notes, int frames) {
        double[][] grid = new double[frames][COLUMNS];
        for (PlayedNote note : notes) {
            int first = frame(note.start());
            if (first < frames) {
                grid[first][STRUCK]++;
                grid[first][VELOCITY] += note.velocity();
                int last = Math.min(frames, Math.max(first + 1, frame(note.end())));
                for (int t = first; t < last; t++) {
                    sound(grid[t], note.pitch());
                }
            }
        }
        sums = new double[frames + 1][COLUMNS];
        for (int t = 0; t < frames; t++) {
            for (int c = 0; c < COLUMNS; c++) {
                sums[t + 1][c] = sums[t][c] + grid[t][c];
            }
        }
    }

    private static int frame(double seconds) {
        return (int) Math.round(seconds * LogMelFrontEnd.SAMPLE_RATE / LogMelFrontEnd.HOP_LENGTH);
    }

    private static void sound(double[] frame, int pitch) {
        boolean first = frame[SOUNDING] == 0;
        frame[LOWEST] = first ? pitch : Math.min(frame[LOWEST], pitch);
        frame[HIGHEST] = Math.max(frame[HIGHEST], pitch);
        frame[PITCH] += pitch;
        frame[SOUNDING]++;
        frame[BUSY] = 1;
        frame[CLASSES + pitch % 12] = 1;
    }

    /** Whether any note is known. */
    boolean isEmpty() {
        return sums[sums.length - 1][STRUCK] == 0;
    }

    /**
     * Hands over what is played in each step of a crop, in numbers of about one.
     *
     * @param steps how many steps the crop has
     */
    void describe(Augmentation.Cut cut, int steps, Listener listener) {
        for (int step = 0; step < steps; step++) {
            int from = frameOf(cut, step);
            int to = frameOf(cut, step + 1);
            double[] begin = sums[from];
            double[] end = sums[to];
            double width = Math.max(1, to - from);
            double struck = end[STRUCK] - begin[STRUCK];
            double sounding = end[SOUNDING] - begin[SOUNDING];
            double busy = end[BUSY] - begin[BUSY];
            listener.trait(step, 0, struck / width * 3 - 1);
            if (struck > 0) {
                listener.trait(step, 1, ((end[VELOCITY] - begin[VELOCITY]) / struck - 70) / 15);
            }
            listener.trait(step, 2, sounding / width / 2 - 1);
            if (sounding > 0) {
                listener.trait(step, 3, ((end[PITCH] - begin[PITCH]) / sounding + cut.semitones() - 60) / 8);
                listener.trait(step, 4, ((end[LOWEST] - begin[LOWEST]) / busy + cut.semitones() - 45) / 8);
                listener.trait(step, 5, ((end[HIGHEST] - begin[HIGHEST]) / busy + cut.semitones() - 72) / 8);
            }
            for (int c = 0; c < 12; c++) {
                int heard = Math.floorMod(c + cut.semitones(), 12);
                listener.trait(step, 6 + heard, (end[CLASSES + c] - begin[CLASSES + c]) / width * 2);
            }
        }
    }

    private int frameOf(Augmentation.Cut cut, int step) {
        long frame = Math.round(cut.start() + step * MoodNetwork.FRAMES_A_STEP * cut.ratio());
        return (int) Math.min(sums.length - 1, frame);
    }

    /** Is told a trait of a step; what is not told is not known. */
    interface Listener {
        void trait(int step, int trait, double value);
    }
}
