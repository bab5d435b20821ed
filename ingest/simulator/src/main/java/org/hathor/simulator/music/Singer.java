package org.hathor.simulator.music;

import org.hathor.simulator.Randomness;

/**
 * A singer: where the voice lies, how its pitch moves, and how it sounds.
 *
 * @param centre MIDI pitch around which it sings
 * @param tract formants of this voice over those of a grown man, 1 to 1.25
 * @param effort 0 breathy to 1 pressed
 * @param vibratoSemitones depth of its vibrato, to each side
 * @param vibratoHz rate of its vibrato
 * @param glideSeconds how long it takes from a note to the next one
 * @param scoopSemitones how far below its note it begins a phrase
 * @param wanderPhase where its small unsteadiness begins
 */
record Singer(
        int centre,
        double tract,
        double effort,
        double vibratoSemitones,
        double vibratoHz,
        double glideSeconds,
        double scoopSemitones,
        double wanderPhase) {
    private static final double VIBRATO_DELAY = 0.18;
    private static final double VIBRATO_RAMP = 0.25;

    static Singer of(Plan plan) {
        Randomness random = plan.randomness('V');
        int type = random.below(3);
        int[] centres = {55, 60, 66};
        double[] tracts = {1.0, 1.12, 1.2};
        int mood =
                switch (plan.quadrant()) {
                    case Q1 -> 2;
                    case Q2 -> 1;
                    case Q3 -> -3;
                    case Q4 -> -1;
                };
        double calm = plan.quadrant().aroused() ? 0 : 1;
        return new Singer(
                centres[type] + mood,
                tracts[type] * (0.97 + 0.06 * random.uniform()),
                0.4 + 0.3 * random.uniform() + (calm > 0 ? -0.15 : 0.25),
                0.15 + 0.25 * random.uniform(),
                5 + 1.2 * random.uniform(),
                0.035 + 0.025 * calm + 0.025 * random.uniform(),
                random.chance(0.6) ? 0.4 + 0.8 * random.uniform() : 0,
                100 * random.uniform());
    }

    /** Semitones by which vibrato bends a note that began so long ago; it sets in late and slowly. */
    double vibrato(double since, double length) {
        if (length < 0.35 || since < VIBRATO_DELAY) {
            return 0;
        }
        double depth = vibratoSemitones * Math.min(1, (since - VIBRATO_DELAY) / VIBRATO_RAMP);
        return depth * StrictMath.sin(2 * Math.PI * vibratoHz * (since - VIBRATO_DELAY));
    }

    /** Semitones by which a voice is never quite steady, at most 0.06. */
    double wander(double seconds) {
        double t = seconds + wanderPhase;
        return 0.03 * (StrictMath.sin(2 * Math.PI * 1.7 * t) + StrictMath.sin(2 * Math.PI * 2.9 * t + 1));
    }
}
