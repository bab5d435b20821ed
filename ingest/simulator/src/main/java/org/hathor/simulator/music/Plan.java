package org.hathor.simulator.music;

import org.hathor.simulator.Randomness;

/** What is settled before a note is written. */
record Plan(String title, Style style, double tempoBpm, Feel feel, Key key, Quadrant quadrant) {
    static Plan of(PieceSpec spec) {
        Randomness random = Randomness.of(spec.seed(), 'P');
        Style style = spec.style().orElse(random.pick(Style.values()));
        Quadrant quadrant = spec.quadrant().orElse(random.pick(Quadrant.values()));
        Feel feel = spec.feel().orElse(Feel.values()[random.weighted(0.55, 0.15, 0.15, 0.15)]);
        int tonic = spec.tonic().orElse(random.below(12));
        Mode mode = spec.mode().orElse(quadrant.pleasant() ? Mode.MAJOR : Mode.MINOR);
        double low = quadrant.aroused() ? 95 : 60;
        double high = quadrant.aroused() ? 200 : 125;
        double tempo = spec.tempoBpm().orElse(low + (high - low) * random.uniform());
        return new Plan(
                "Piece " + Long.toString(spec.seed() & Long.MAX_VALUE, 36),
                style,
                tempo,
                feel,
                new Key(tonic, mode),
                quadrant);
    }
}
