package org.hathor.listening.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Seeded sounds that are no music: a metronome, which has a beat and no key, and five that have neither, so that a
 * model learns when to say nothing.
 */
final class Sounds {
    private static final double SECONDS = 20;
    private static final int LENGTH = (int) (SECONDS * Recording.SAMPLE_RATE);
    /** Starts nearer than this are one onset, seconds. */
    private static final double MERGED_WITHIN = 0.03;

    private Sounds() {}

    /** Noise, strikes at random, a gliding voice, notes at random or a held tone; which one follows from the seed. */
    static Recording unmusical(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        float[] samples = new float[LENGTH];
        double[] onsets =
                switch ((int) Math.floorMod(seed, 5L)) {
                    case 0 -> noise(samples, random);
                    case 1 -> strikes(samples, random);
                    case 2 -> glide(samples, random);
                    case 3 -> notes(samples, random);
                    default -> held(samples, random);
                };
        return new Recording(samples, onsets, new double[0], Optional.empty());
    }

    /** Equal strikes at 60 to 200 a minute, each up to 15 ms early or late. */
    static Recording metronome(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double interval = 60 / (60 + 140 * random.nextDouble());
        double jitter = 0.015 * random.nextDouble();
        double decay = 20 * Math.pow(20, random.nextDouble());
        double hz = 100 * Math.pow(2, 6 * random.nextDouble());
        double noise = 2 * random.nextDouble();
        float[] samples = new float[LENGTH];
        double[] beats = new double[(int) ((SECONDS - 0.5) / interval)];
        for (int b = 0; b < beats.length; b++) {
            beats[b] = 0.2 + b * interval + jitter * (2 * random.nextDouble() - 1);
            strike(samples, beats[b], decay, hz, noise, random);
        }
        return new Recording(samples, beats, beats, Optional.empty());
    }

    /** White to brown; there is nothing that begins. */
    private static double[] noise(float[] samples, RandomGenerator random) {
        double memory = random.nextDouble() * 0.99;
        double last = 0;
        for (int i = 0; i < samples.length; i++) {
            last = memory * last + (1 - memory) * random.nextGaussian();
            samples[i] = (float) (0.3 * last);
        }
        return new double[0];
    }

    private static double[] strikes(float[] samples, RandomGenerator random) {
        double[] onsets = poisson(1 + 7 * random.nextDouble(), random);
        for (double onset : onsets) {
            strike(samples, onset, 20 + 200 * random.nextDouble(), 200, 1, random);
        }
        return onsets;
    }

    /** One voice that begins once and never rests on a pitch. */
    private static double[] glide(float[] samples, RandomGenerator random) {
        double slowly = 0.05 + 0.3 * random.nextDouble();
        double reach = 7 + 12 * random.nextDouble();
        double centre = 48 + 24 * random.nextDouble();
        double vibrato = random.nextDouble();
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            double t = (double) i / Recording.SAMPLE_RATE;
            double pitch =
                    centre + reach * Math.sin(2 * Math.PI * slowly * t) + vibrato * Math.sin(2 * Math.PI * 6 * t);
            phase += 2 * Math.PI * hertz(pitch) / Recording.SAMPLE_RATE;
            samples[i] = (float) (Math.min(1, 50 * t) * (0.3 * Math.sin(phase) + 0.1 * Math.sin(2 * phase)));
        }
        return new double[] {0};
    }

    /** All pitches alike. */
    private static double[] notes(float[] samples, RandomGenerator random) {
        double[] onsets = poisson(2 + 6 * random.nextDouble(), random);
        for (double onset : onsets) {
            double hz = hertz(36 + random.nextInt(48));
            double decay = 1 + 8 * random.nextDouble();
            int first = (int) (onset * Recording.SAMPLE_RATE);
            for (int i = 0; i < Recording.SAMPLE_RATE && first + i < samples.length; i++) {
                double t = (double) i / Recording.SAMPLE_RATE;
                double wave = Math.sin(2 * Math.PI * hz * t) + 0.4 * Math.sin(4 * Math.PI * hz * t);
                samples[first + i] += (float) (0.15 * wave * Math.exp(-decay * t) * Math.min(1, t * 200));
            }
        }
        return onsets;
    }

    /** One pitch from beginning to end, or none at all: a constant. */
    private static double[] held(float[] samples, RandomGenerator random) {
        double hz = random.nextInt(3) == 0 ? 0 : hertz(36 + random.nextInt(48));
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.4 * Math.cos(2 * Math.PI * hz * i / Recording.SAMPLE_RATE));
        }
        return new double[] {0};
    }

    private static void strike(
            float[] samples, double start, double decay, double hz, double noise, RandomGenerator random) {
        int first = (int) (start * Recording.SAMPLE_RATE);
        for (int i = 0; i < Recording.SAMPLE_RATE / 4 && first + i < samples.length; i++) {
            double t = (double) i / Recording.SAMPLE_RATE;
            double wave = noise * random.nextGaussian() + 2 * Math.sin(2 * Math.PI * hz * t);
            samples[first + i] += (float) (0.1 * wave * Math.exp(-decay * t));
        }
    }

    /** Instants at random, so many a second on average. */
    private static double[] poisson(double rate, RandomGenerator random) {
        double[] instants = new double[LENGTH];
        int count = 0;
        double at = 0;
        while (at < SECONDS - 1) {
            at += MERGED_WITHIN - Math.log(1 - random.nextDouble()) / rate;
            instants[count++] = at;
        }
        return Arrays.copyOf(instants, count);
    }

    private static double hertz(double midi) {
        return 440 * Math.pow(2, (midi - 69) / 12);
    }
}
