package org.hathor.simulator.music;

import java.util.EnumMap;
import java.util.Map;
import org.hathor.simulator.Randomness;

/** Plays pieces. The same piece at the same rate gives the same samples on every machine. */
public final class Synthesizer {
    private Synthesizer() {}

    /**
     * The sound of a piece.
     *
     * @param sampleRate samples a second, 8,000 to 96,000
     */
    public static Rendering render(Piece piece, int sampleRate) {
        int length = (int) Math.ceil(piece.spec().seconds() * sampleRate);
        Map<Stem, float[]> stems = new EnumMap<>(Stem.class);
        for (Stem stem : Stem.values()) {
            stems.put(stem, new float[length]);
        }
        Randomness noise = Randomness.of(piece.spec().seed(), 'S');
        for (Strike strike : piece.score().drums()) {
            strike(stems.get(Stem.DRUMS), strike, sampleRate, noise);
        }
        for (Tone tone : piece.score().bass()) {
            tone(stems.get(Stem.BASS), tone, 0.16, sampleRate);
        }
        for (Tone tone : piece.score().other()) {
            tone(stems.get(Stem.OTHER), tone, 0.05, sampleRate);
        }
        for (Note note : piece.score().melody()) {
            tone(stems.get(Stem.VOICE), new Tone(note.start(), note.end(), note.midi(), 0.8), 0.12, sampleRate);
        }
        float[] mix = new float[length];
        for (float[] stem : stems.values()) {
            for (int i = 0; i < length; i++) {
                mix[i] += stem[i];
            }
        }
        return new Rendering(sampleRate, stems, mix);
    }

    private static void strike(float[] out, Strike strike, int rate, Randomness noise) {
        int first = (int) (strike.start() * rate);
        double seconds = strike.drum() == Drum.HAT ? 0.05 : 0.2;
        double last = 0;
        for (int i = 0; i < seconds * rate && first + i < out.length; i++) {
            double t = i / (double) rate;
            double white = 2 * noise.uniform() - 1;
            double high = white - last;
            last = white;
            double value =
                    switch (strike.drum()) {
                        case KICK -> 0.35 * StrictMath.sin(2 * Math.PI * (50 * t + 3 * (1 - StrictMath.exp(-t * 40))));
                        case SNARE -> 0.15 * white + 0.1 * StrictMath.sin(2 * Math.PI * 190 * t);
                        case HAT -> 0.06 * high;
                    };
            out[first + i] += (float) (strike.velocity() * value * StrictMath.exp(-t * 5 / seconds));
        }
    }

    private static void tone(float[] out, Tone tone, double level, int rate) {
        double hz = 440 * StrictMath.pow(2, (tone.midi() - 69) / 12.0);
        int first = (int) (tone.start() * rate);
        int length = (int) ((tone.end() - tone.start()) * rate);
        for (int i = 0; i < length && first + i < out.length; i++) {
            double envelope = Math.min(1, Math.min(i / (0.005 * rate), (length - i) / (0.02 * rate)));
            double value = 0;
            for (int h = 1; h <= 4 && h * hz < rate / 2.2; h++) {
                value += StrictMath.sin(2 * Math.PI * h * hz * i / rate) / (h * h);
            }
            out[first + i] += (float) (level * tone.velocity() * envelope * value);
        }
    }
}
