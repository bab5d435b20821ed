package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.List;
import org.hathor.simulator.Randomness;

/** Writes pieces. The same specification gives the same piece, note by note. */
public final class Composer {
    private static final int[][] MAJOR = {{0, 4, 5, 3}, {0, 3, 4, 0}, {0, 5, 3, 4}};
    private static final int[][] MINOR = {{0, 5, 3, 4}, {0, 3, 4, 0}, {0, 5, 2, 4}};

    private Composer() {}

    /** The piece that answers a specification. */
    public static Piece compose(PieceSpec spec) {
        Plan plan = Plan.of(spec);
        Randomness random = Randomness.of(spec.seed(), 'C');
        TimeGrid grid = TimeGrid.of(plan.tempoBpm(), plan.feel(), random);
        int bars = 1;
        while (grid.seconds(4.0 * bars + 4) < spec.seconds() - 0.5) {
            bars++;
        }
        double[] beats = new double[4 * bars];
        for (int beat = 0; beat < beats.length; beat++) {
            beats[beat] = grid.seconds(beat);
        }
        int[] progression = random.pick(plan.key().mode() == Mode.MAJOR ? MAJOR : MINOR);
        List<Chord> chords = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            int degree = bar == bars - 1 ? 0 : progression[bar % progression.length];
            chords.add(chord(plan.key(), degree, grid.seconds(4.0 * bar), grid.seconds(4.0 * bar + 4)));
        }
        return new Piece(spec, plan, beats, chords, score(plan, grid, chords, random));
    }

    private static Chord chord(Key key, int degree, double start, double end) {
        int root = Math.floorMod(key.tonic() + key.mode().step(degree), 12);
        boolean dominant = degree == 4;
        int third = key.mode().step(degree + 2) - key.mode().step(degree);
        ChordQuality quality = third == 4 || dominant ? ChordQuality.MAJOR : ChordQuality.MINOR;
        return new Chord(start, end, root, quality);
    }

    private static Score score(Plan plan, TimeGrid grid, List<Chord> chords, Randomness random) {
        List<Strike> drums = new ArrayList<>();
        List<Tone> bass = new ArrayList<>();
        List<Tone> other = new ArrayList<>();
        List<Note> melody = new ArrayList<>();
        double part = plan.feel() == Feel.TRIPLET ? 1 / 3.0 : 0.5;
        for (int bar = 0; bar < chords.size(); bar++) {
            Chord chord = chords.get(bar);
            for (int beat = 0; beat < 4; beat++) {
                double at = 4.0 * bar + beat;
                drums.add(new Strike(beat % 2 == 0 ? Drum.KICK : Drum.SNARE, grid.seconds(at), 0.9));
                drums.add(new Strike(Drum.HAT, grid.seconds(at), 0.7));
                for (double off = part; off < 0.99; off += part) {
                    drums.add(new Strike(Drum.HAT, grid.seconds(at + off), 0.4));
                }
                bass.add(new Tone(grid.seconds(at), grid.seconds(at + 0.9), 36 + chord.root(), 0.8));
                int[] intervals = chord.quality().intervals();
                int midi = 60 + Math.floorMod(chord.root() + intervals[random.below(3)], 12);
                if (random.chance(0.8)) {
                    melody.add(new Note(grid.seconds(at), grid.seconds(at + 0.95), midi));
                }
            }
            for (int interval : chord.quality().intervals()) {
                other.add(new Tone(chord.start(), chord.end(), 48 + chord.root() + interval, 0.6));
            }
        }
        return new Score(drums, bass, other, melody);
    }
}
