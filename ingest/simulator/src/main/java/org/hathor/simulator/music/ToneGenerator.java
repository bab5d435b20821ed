package org.hathor.simulator.music;

/** Plays the tones of a layer into a buffer: wavetables that fade from bright to dark, or plucked strings. */
final class ToneGenerator {
    /** Samples between two looks at a pitch that bends. */
    private static final int BLOCK = 64;

    private final Timbre timbre;
    private final int sampleRate;
    private final float brightness;

    /** @param brightness how bright tones begin, 0 to 1 */
    ToneGenerator(Timbre timbre, int sampleRate, double brightness) {
        this.timbre = timbre;
        this.sampleRate = sampleRate;
        this.brightness = (float) brightness;
    }

    void play(Tone tone, float[] out) {
        if (timbre.plucked()) {
            PluckedString.play(tone, timbre, sampleRate, brightness, out);
            return;
        }
        double detune = timbre.sound().detuneCents() / 100;
        if (detune == 0) {
            wave(tone, 0, 1, 0, out);
        } else {
            wave(tone, detune / 2, 0.6, 0x3711_9a21, out);
            wave(tone, -detune / 2, 0.6, 0x9e37_79b9, out);
        }
    }

    private void wave(Tone tone, double semitones, double gain, int startPhase, float[] out) {
        Timbre.Envelope envelope = timbre.envelope();
        int first = (int) StrictMath.rint(tone.start() * sampleRate);
        int held = Math.max(1, (int) ((tone.end() - tone.start()) * sampleRate));
        int release = Math.max(1, (int) (envelope.release() * sampleRate));
        int attack = Math.max(1, (int) (envelope.attack() * sampleRate));
        int total = Math.min(held + release, out.length - first);
        double pitch = tone.midi() + semitones;
        double hz = Melody.hz(pitch);
        float[] bright = Wavetable.of(timbre.sound().bright(), hz * 1.02, sampleRate);
        float[] dark = Wavetable.of(timbre.sound().dark(), hz * 1.02, sampleRate);
        // High strings die sooner.
        double decay = envelope.decay() * StrictMath.pow(2, (60 - tone.midi()) / 30.0);
        float fall = (float) StrictMath.exp(-1 / (decay * sampleRate));
        float dull = (float) StrictMath.exp(-1 / (timbre.sound().brightSeconds() * sampleRate + 1));
        float sustain = (float) envelope.sustain();
        float strength = 1 - sustain;
        float mix = brightness * (float) (0.4 + 0.6 * tone.velocity());
        float level = (float) (gain * tone.velocity());
        float up = 1f / attack;
        float down = 1f / release;
        int phase = startPhase;
        int increment = Wavetable.increment(hz, sampleRate);
        for (int block = 0; block < total; block += BLOCK) {
            if (timbre.bends()) {
                increment = Wavetable.increment(
                        Melody.hz(pitch + timbre.bend((block + BLOCK / 2) / (double) sampleRate)), sampleRate);
            }
            int end = Math.min(block + BLOCK, total);
            for (int i = block; i < end; i++) {
                int place = phase >>> Wavetable.SHIFT;
                float fraction = (phase & (1 << Wavetable.SHIFT) - 1) * Wavetable.FRACTION;
                float b = bright[place] + fraction * (bright[place + 1] - bright[place]);
                float d = dark[place] + fraction * (dark[place + 1] - dark[place]);
                float loud = sustain + strength;
                if (i < attack) {
                    loud *= i * up;
                } else {
                    strength *= fall;
                }
                if (i >= held) {
                    loud *= 1 - (i - held) * down;
                }
                out[first + i] += level * loud * (d + mix * (b - d));
                mix *= dull;
                phase += increment;
            }
        }
    }
}
