package org.hathor.simulator.music;

/**
 * A plucked string: noise that runs around a delay line and loses its highs on every turn (Karplus and Strong 1983),
 * tuned between samples by an allpass (Jaffe and Smith 1983).
 */
final class PluckedString {
    private PluckedString() {}

    static void play(Tone tone, Timbre timbre, int sampleRate, double brightness, float[] out) {
        double period = sampleRate / Melody.hz(tone.midi());
        // The loss filter delays by its share, the allpass by 0.1 to 1.1.
        double loss = 0.5 - 0.25 * timbre.pluckBrightness();
        int length = (int) Math.floor(period - loss - 0.1);
        double rest = period - loss - length;
        float allpass = (float) ((1 - rest) / (1 + rest));
        float[] line = pluck(tone, length, timbre.pluckBrightness() * (0.6 + 0.4 * brightness));
        double ring = timbre.envelope().decay() * StrictMath.pow(2, (52 - tone.midi()) / 24.0);
        float turn = (float) StrictMath.pow(10, -3 * period / (ring * sampleRate));
        float share = (float) loss;
        int first = (int) StrictMath.rint(tone.start() * sampleRate);
        int held = Math.max(1, (int) ((tone.end() - tone.start()) * sampleRate));
        int release = Math.max(1, (int) (timbre.envelope().release() * sampleRate));
        int total = Math.min(held + release, out.length - first);
        float level = (float) tone.velocity();
        float down = 1f / release;
        float before = 0;
        float passedIn = 0;
        float passedOut = 0;
        int place = 0;
        for (int i = 0; i < total; i++) {
            float now = line[place];
            float lost = turn * ((1 - share) * now + share * before);
            before = now;
            float passed = allpass * lost + passedIn - allpass * passedOut;
            passedIn = lost;
            passedOut = passed;
            line[place] = passed;
            place = place + 1 == length ? 0 : place + 1;
            out[first + i] += i < held ? level * now : level * now * (1 - (i - held) * down);
        }
    }

    /** A burst as a plectrum leaves it: no mean, dull when played softly, a notch where it was plucked. */
    private static float[] pluck(Tone tone, int length, double brightness) {
        Noise noise = new Noise(0x5bd1_e995L * tone.midi() + (long) (tone.start() * 1e6));
        float[] burst = new float[length];
        float smoothing = (float) Math.max(0.15, brightness * (0.5 + 0.5 * tone.velocity()));
        float smooth = 0;
        for (int i = 0; i < 2 * length; i++) {
            smooth += smoothing * (noise.next() - smooth);
            burst[i % length] = smooth;
        }
        int pluckedAt = Math.max(1, length / 5);
        float[] plucked = new float[length];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            plucked[i] = burst[i] - burst[(i + length - pluckedAt) % length];
            sum += plucked[i];
        }
        double squares = 0;
        for (int i = 0; i < length; i++) {
            plucked[i] -= (float) (sum / length);
            squares += plucked[i] * (double) plucked[i];
        }
        float scale = (float) (0.4 / Math.sqrt(squares / length + 1e-12));
        for (int i = 0; i < length; i++) {
            plucked[i] *= scale;
        }
        return plucked;
    }
}
