package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.List;

/** Writes pieces. The same specification gives the same piece, note by note, on every machine. */
public final class Composer {
    /** What the last stroke has to ring, beyond its bar. */
    private static final double RING_SECONDS = 0.4;

    private Composer() {}

    /** The piece that answers a specification: whole bars of four quarter notes, with a form, from start to end. */
    public static Piece compose(PieceSpec spec) {
        Plan plan = Plan.of(spec);
        TimeGrid grid = TimeGrid.of(plan.tempoBpm(), plan.feel(), plan.randomness('G'));
        int bars = 1;
        while (grid.seconds(4.0 * bars + 4) < spec.seconds() - RING_SECONDS) {
            bars++;
        }
        Form form = Form.of(plan, bars);
        Harmony harmony = Harmony.of(plan, form);
        Band band = Band.of(plan);
        Melody melody = MelodyPart.write(plan, grid, form, harmony, band);
        List<Layer> other = new ArrayList<>(ChordPart.write(plan, grid, form, harmony, band));
        if (!melody.sung()) {
            other.add(lead(melody));
        }
        Layer bass = new Layer(band.bass(), 1, 0, BassPart.write(plan, grid, form, harmony));
        Score score = new Score(DrumPart.write(plan, grid, form), bass, List.copyOf(other), melody);
        double[] beats = new double[4 * bars];
        for (int beat = 0; beat < beats.length; beat++) {
            beats[beat] = grid.seconds(beat);
        }
        return new Piece(spec, plan, beats, harmony.chords(grid), score);
    }

    private static Layer lead(Melody melody) {
        List<Tone> tones = melody.notes().stream()
                .map(note -> new Tone(note.start(), note.end(), note.midi(), 0.85))
                .toList();
        return new Layer(melody.instrument(), 1.3, 0.1, tones);
    }
}
