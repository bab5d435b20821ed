package org.hathor.simulator.music;

import java.util.OptionalDouble;
import org.hathor.simulator.Randomness;

/** What is settled before a note is written. */
record Plan(
        long seed,
        String title,
        Style style,
        double tempoBpm,
        Feel feel,
        Key key,
        Quadrant quadrant,
        boolean instrumental) {
    /** Mood and mode go together in most music, not in all of it. */
    private static final double MODE_FOLLOWS_MOOD = 0.9;

    static Plan of(PieceSpec spec) {
        Randomness random = Randomness.of(spec.seed(), 'P');
        // Each thing is drawn whether or not it was asked for, so that asking for one leaves the others as they were.
        Quadrant drawnQuadrant = quadrant(spec.tempoBpm(), random);
        Quadrant quadrant = spec.quadrant().orElse(drawnQuadrant);
        Style drawnStyle = style(spec, quadrant, random);
        Style style = spec.style().orElse(drawnStyle);
        double low = style.slowest(quadrant);
        double drawnTempo = low + (style.fastest(quadrant) - low) * random.uniform();
        double tempo = spec.tempoBpm().orElse(StrictMath.rint(drawnTempo * 4) / 4);
        Feel drawnFeel = feel(style, random);
        int tonic = spec.tonic().orElse(random.below(12));
        boolean follows = random.chance(MODE_FOLLOWS_MOOD);
        Mode mode = spec.mode().orElse(follows == quadrant.pleasant() ? Mode.MAJOR : Mode.MINOR);
        boolean instrumental = random.chance(
                switch (style) {
                    case AMBIENT, CLASSICAL -> 0.6;
                    case JAZZ, HOUSE, SYNTHWAVE -> 0.35;
                    default -> 0.1;
                });
        return new Plan(
                spec.seed(),
                Titles.of(quadrant, random),
                style,
                tempo,
                spec.feel().orElse(drawnFeel),
                new Key(spec.tonic().orElse(tonic), mode),
                quadrant,
                instrumental);
    }

    private static Quadrant quadrant(OptionalDouble tempoBpm, Randomness random) {
        double aroused = tempoBpm.isEmpty() ? 0.5 : 1 / (1 + StrictMath.exp(-(tempoBpm.getAsDouble() - 104) / 12));
        boolean pleasant = random.chance(0.5);
        if (random.chance(aroused)) {
            return pleasant ? Quadrant.Q1 : Quadrant.Q2;
        }
        return pleasant ? Quadrant.Q4 : Quadrant.Q3;
    }

    private static Style style(PieceSpec spec, Quadrant quadrant, Randomness random) {
        Style[] styles = Style.values();
        double[] weights = new double[styles.length];
        for (int i = 0; i < styles.length; i++) {
            Style style = styles[i];
            double weight = style.weight(quadrant);
            if (spec.tempoBpm().isPresent()) {
                double bpm = spec.tempoBpm().getAsDouble();
                boolean usual = bpm >= style.slowest(quadrant) && bpm <= style.fastest(quadrant);
                weight *= usual ? 1 : 0.01;
            }
            if (spec.feel().isPresent()) {
                weight *= style.weight(spec.feel().get()) + 0.5;
            }
            weights[i] = weight;
        }
        return styles[random.weighted(weights)];
    }

    private static Feel feel(Style style, Randomness random) {
        Feel[] feels = Feel.values();
        double[] weights = new double[feels.length];
        for (int i = 0; i < feels.length; i++) {
            weights[i] = style.weight(feels[i]);
        }
        return feels[random.weighted(weights)];
    }

    /** How many steps a bar of the pattern tables has. */
    int stepsPerBar() {
        return feel == Feel.TRIPLET ? 12 : 16;
    }

    /** A generator of its own for each thing that is worked out. */
    Randomness randomness(long... path) {
        long[] whole = new long[path.length + 1];
        whole[0] = 'C';
        System.arraycopy(path, 0, whole, 1, path.length);
        return Randomness.of(seed, whole);
    }
}
