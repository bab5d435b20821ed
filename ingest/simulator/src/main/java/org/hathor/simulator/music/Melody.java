package org.hathor.simulator.music;

import java.util.List;
import org.hathor.simulator.music.Syllable.Consonant;

/**
 * A tune and the exact course of its pitch. Who plays it and who tells the truth about it both ask here.
 *
 * @param notes in order, never two at a time
 * @param syllables what is sung on them; empty when an instrument plays
 * @param singer how the pitch moves; of no account when an instrument plays
 * @param instrument who plays it, or null when it is sung
 */
record Melody(List<Note> notes, List<Syllable> syllables, Singer singer, Timbre instrument) {
    /** Notes nearer than this are sung in one breath, gliding from one to the other. */
    private static final double JOINED_WITHIN = 0.02;

    /** A sung note dies away in this time, at its very end. */
    static final double RELEASE_SECONDS = 0.05;

    boolean sung() {
        return instrument == null;
    }

    /** Whether a note follows the one before without a gap. */
    boolean joined(int index) {
        return index > 0
                && index < notes.size()
                && notes.get(index).start() - notes.get(index - 1).end() < JOINED_WITHIN;
    }

    /** When a note's pitch begins to sound. */
    double voicedFrom(int index) {
        return notes.get(index).start();
    }

    /** When a note's pitch ends: at its end, or where the next one's unvoiced consonant begins. */
    double voicedTo(int index) {
        double end = notes.get(index).end();
        if (!sung()) {
            return end;
        }
        if (!joined(index + 1)) {
            return end - RELEASE_SECONDS / 2;
        }
        Consonant next = syllables.get(index + 1).consonant();
        double nextStart = notes.get(index + 1).start();
        return next.voiced() ? nextStart : nextStart - next.seconds();
    }

    /** The pitch of a note at an instant, in Hz. */
    double hz(int index, double seconds) {
        Note note = notes.get(index);
        double since = seconds - note.start();
        double midi = note.midi();
        if (sung()) {
            double from = joined(index) ? notes.get(index - 1).midi() : note.midi() - singer.scoopSemitones();
            double glide = joined(index) ? singer.glideSeconds() : singer.glideSeconds() * 0.7;
            midi += (from - midi) * remaining(since / glide);
            midi += singer.vibrato(since, note.end() - note.start());
            midi += singer.wander(seconds);
        } else {
            midi += instrument.bend(since);
        }
        return hz(midi);
    }

    /** The frequency of a pitch, A4 at 440 Hz. */
    static double hz(double midi) {
        return 440 * StrictMath.pow(2, (midi - 69) / 12);
    }

    /** 1 at 0 and 0 at 1, with level ends. */
    private static double remaining(double x) {
        double clipped = Math.max(0, Math.min(1, x));
        return 1 - clipped * clipped * (3 - 2 * clipped);
    }

    /** The pitch at every hop, 0 where there is none. */
    float[] f0(double hopSeconds, double seconds) {
        float[] f0 = new float[(int) Math.floor(seconds / hopSeconds + 1e-9) + 1];
        for (int index = 0; index < notes.size(); index++) {
            double until = voicedTo(index);
            int first = Math.max(0, (int) Math.ceil(voicedFrom(index) / hopSeconds - 1e-9));
            for (int i = first; i < f0.length && i * hopSeconds < until; i++) {
                f0[i] = (float) hz(index, i * hopSeconds);
            }
        }
        return f0;
    }
}
