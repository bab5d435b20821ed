package org.hathor.audio.fingerprint;

import java.util.Arrays;
import java.util.Random;
import org.hathor.simulator.music.Composer;
import org.hathor.simulator.music.PieceSpec;
import org.hathor.simulator.music.Stem;
import org.hathor.simulator.music.Synthesizer;

/** Generated pieces, and what befalls them on the way to a microphone. */
final class Pieces {
    static final int SAMPLE_RATE = 22_050;

    private Pieces() {}

    static float[] piece(long seed, double seconds) {
        return Synthesizer.render(Composer.compose(PieceSpec.random(seed).withSeconds(seconds)), SAMPLE_RATE)
                .mix();
    }

    /** A piece's drums alone. */
    static float[] drums(long seed, double seconds) {
        PieceSpec spec = PieceSpec.random(seed).withSeconds(seconds).withTempo(110);
        return Synthesizer.render(Composer.compose(spec), SAMPLE_RATE).stem(Stem.DRUMS);
    }

    /** A piece and another sound at once, both as loud; as long as the shorter. */
    static float[] over(float[] sound, float[] piece) {
        float[] both = Arrays.copyOf(piece, Math.min(sound.length, piece.length));
        double gain = Math.sqrt(power(piece) / power(sound));
        for (int i = 0; i < both.length; i++) {
            both[i] += (float) (gain * sound[i]);
        }
        return both;
    }

    private static double power(float[] samples) {
        double power = 0;
        for (float sample : samples) {
            power += (double) sample * sample / samples.length;
        }
        return power;
    }

    static float[] excerpt(float[] samples, double fromSeconds, double seconds) {
        int from = (int) (fromSeconds * SAMPLE_RATE);
        return Arrays.copyOfRange(samples, from, from + (int) (seconds * SAMPLE_RATE));
    }

    static float[] louder(float[] samples, double gain) {
        float[] scaled = new float[samples.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (gain * samples[i]);
        }
        return scaled;
    }

    /** White noise added, so many decibels below the sound. */
    static float[] noisy(float[] samples, double snr, Random random) {
        double deviation = Math.sqrt(power(samples) / Math.pow(10, snr / 10));
        float[] noisy = new float[samples.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) (samples[i] + deviation * random.nextGaussian());
        }
        return noisy;
    }

    /** As a tape that runs so many times faster, by linear interpolation. */
    static float[] faster(float[] samples, double speed) {
        float[] played = new float[(int) ((samples.length - 1) / speed)];
        for (int i = 0; i < played.length; i++) {
            int before = (int) (i * speed);
            float share = (float) (i * speed - before);
            played[i] = samples[before] * (1 - share) + samples[before + 1] * share;
        }
        return played;
    }
}
