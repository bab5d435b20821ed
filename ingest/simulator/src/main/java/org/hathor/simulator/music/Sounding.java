package org.hathor.simulator.music;

/**
 * Something that sounds, as far as hearing it beside others goes: its power in octaves and how that falls.
 *
 * @param start in seconds
 * @param end in seconds, its release counted in
 * @param swells whether it comes so slowly that nobody could say when
 * @param fallSeconds time constant of its amplitude's fall
 * @param sustain amplitude it falls to, of its first
 * @param powers mean square at its start, in each octave from 44 Hz up
 */
record Sounding(double start, double end, boolean swells, double fallSeconds, double sustain, Powers powers) {
    /** From a sixteenth of 1 kHz to 8 kHz. */
    static final int OCTAVES = 8;

    private static final double LOWEST_HZ = 44.2;

    /** A swell takes longer than this to its full strength. */
    private static final double SWELL_SECONDS = 0.06;

    /** Powers in octaves; never written once they are here. */
    static final class Powers {
        private final double[] values = new double[OCTAVES];

        double of(int octave) {
            return values[octave];
        }

        private void add(double hz, double power) {
            int octave = (int) Math.floor(StrictMath.log(hz / LOWEST_HZ) / StrictMath.log(2));
            values[Math.max(0, Math.min(OCTAVES - 1, octave))] += power;
        }

        private Powers scaled(double factor) {
            Powers scaled = new Powers();
            for (int octave = 0; octave < OCTAVES; octave++) {
                scaled.values[octave] = factor * values[octave];
            }
            return scaled;
        }

        private double sum() {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }
    }

    static Sounding of(Tone tone, Timbre timbre) {
        Timbre.Envelope envelope = timbre.envelope();
        Powers powers = new Powers();
        double hz = Melody.hz(tone.midi());
        for (int h = 1; h <= 40 && h * hz < 10_000; h++) {
            double strength = timbre.plucked()
                    ? StrictMath.pow(h, -1.6 + timbre.pluckBrightness())
                    : timbre.sound().bright().harmonic(h);
            powers.add(h * hz, tone.velocity() * tone.velocity() * strength * strength / 2);
        }
        // A plucked string's decay is told by its fall of 60 dB.
        double fall = envelope.decay() / (timbre.plucked() ? 6.9 : 1);
        return new Sounding(
                tone.start(),
                tone.end() + envelope.release(),
                envelope.attack() > SWELL_SECONDS,
                timbre.distorted() ? 10 : fall,
                envelope.sustain(),
                powers);
    }

    static Sounding of(Strike strike) {
        Drum drum = strike.drum();
        Powers powers = new Powers();
        double level = DrumKit.level(drum) * StrictMath.pow(strike.velocity(), 1.3);
        for (double hz = drum.lowestHz(); hz <= drum.highestHz(); hz *= 2) {
            powers.add(hz, 0.1 * level * level);
        }
        double start = strike.start();
        return new Sounding(start, start + 5 * drum.ringSeconds(), false, drum.ringSeconds(), 0, powers);
    }

    /** A sung note: its fundamental, and the first three formants. */
    static Sounding of(Note note) {
        Powers powers = new Powers();
        powers.add(Melody.hz(note.midi()), 0.4);
        powers.add(700, 0.4);
        powers.add(1_400, 0.15);
        powers.add(2_800, 0.05);
        return new Sounding(note.start(), note.end(), false, 10, 1, powers);
    }

    Sounding louder(double powerFactor) {
        return new Sounding(start, end, swells, fallSeconds, sustain, powers.scaled(powerFactor));
    }

    /** Its power at an instant, of its first; 0 before and after. */
    double share(double seconds) {
        if (seconds < start || seconds > end) {
            return 0;
        }
        double amplitude = Math.max(sustain, StrictMath.exp(-(seconds - start) / fallSeconds));
        return amplitude * amplitude;
    }

    /** The integral of its power over time. */
    double energy() {
        double length = end - start;
        double falling = fallSeconds / 2 * (1 - StrictMath.exp(-2 * length / fallSeconds));
        return powers.sum() * Math.max(falling, sustain * sustain * length);
    }
}
