package org.hathor.simulator.music;

import java.util.Arrays;
import java.util.List;

/** A composed piece: what will sound, and the truth about it. All times are seconds since its first sample. */
public final class Piece {
    private final PieceSpec spec;
    private final Plan plan;
    private final double[] beats;
    private final List<Chord> chords;
    private final Score score;

    Piece(PieceSpec spec, Plan plan, double[] beats, List<Chord> chords, Score score) {
        this.spec = spec;
        this.plan = plan;
        this.beats = beats;
        this.chords = List.copyOf(chords);
        this.score = score;
    }

    /** What was asked. */
    public PieceSpec spec() {
        return spec;
    }

    /** A name for people; not unique. */
    public String title() {
        return plan.title();
    }

    /** The way it is made. */
    public Style style() {
        return plan.style();
    }

    /** The tempo of the notated quarter note, a minute; where it drifts, the median. */
    public double tempoBpm() {
        double[] intervals = new double[beats.length - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = beats[i + 1] - beats[i];
        }
        Arrays.sort(intervals);
        int half = intervals.length / 2;
        return 60 / (intervals.length % 2 == 1 ? intervals[half] : (intervals[half - 1] + intervals[half]) / 2);
    }

    /** How time goes in it. */
    public Feel feel() {
        return plan.feel();
    }

    /** Its key, throughout. */
    public Key key() {
        return plan.key();
    }

    /** Its mood. */
    public Quadrant quadrant() {
        return plan.quadrant();
    }

    /** Instants of the quarter notes, ascending. */
    public double[] beats() {
        return beats.clone();
    }

    /** Instants of the first beats of the bars, ascending; each is a beat too. */
    public double[] downbeats() {
        double[] first = new double[(beats.length + 3) / 4];
        for (int bar = 0; bar < first.length; bar++) {
            first[bar] = beats[4 * bar];
        }
        return first;
    }

    /**
     * Starts of all audible notes of all stems, ascending, at least 30 ms apart. A note is audible when in some octave
     * it begins at most 3 dB below what sounds there already, and 36 dB below the loudest of the piece. Swells, which
     * take 60 ms or more to begin, are no onsets.
     */
    public double[] onsets() {
        return Audibility.onsets(score, production());
    }

    /** The chords in order, without a gap. */
    public List<Chord> chords() {
        return chords;
    }

    /** The tune, note by note, never two at a time. */
    public List<Note> melody() {
        return score.melody().notes();
    }

    /** Which stem the tune is heard in: {@link Stem#VOICE}, or {@link Stem#OTHER} in an instrumental piece. */
    public Stem melodyStem() {
        return score.melody().sung() ? Stem.VOICE : Stem.OTHER;
    }

    /**
     * The fundamental frequency of the tune as it is synthesised.
     *
     * @param hopSeconds distance of the values; the first is for instant 0
     * @return Hz, 0 where the tune is silent or unvoiced; it covers the piece
     */
    public float[] melodyF0(double hopSeconds) {
        return score.melody().f0(hopSeconds, spec.seconds());
    }

    Score score() {
        return score;
    }

    Plan plan() {
        return plan;
    }

    Production production() {
        return Production.of(plan);
    }
}
