package org.hathor.listening.training;

import java.util.Random;

/** Seeded sounds that have neither beat nor key, so that a model learns when to say nothing. */
final class Unmusical {
    private static final int KINDS = 4;
    private static final double SECONDS = 30;

    private Unmusical() {}

    /** Noise, clicks at random, a wandering tone, or notes at random; which one follows from the seed. */
    static float[] sound(long seed) {
        Random random = new Random(seed);
        float[] samples = new float[(int) (SECONDS * Lesson.SAMPLE_RATE)];
        switch ((int) Math.floorMod(seed, (long) KINDS)) {
            case 0 -> noise(samples, random);
            case 1 -> strikes(samples, random);
            case 2 -> glide(samples, random);
            default -> notes(samples, random);
        }
        return samples;
    }

    /** White to brown. */
    private static void noise(float[] samples, Random random) {
        double memory = random.nextDouble() * 0.99;
        double last = 0;
        for (int i = 0; i < samples.length; i++) {
            last = memory * last + (1 - memory) * random.nextGaussian();
            samples[i] = (float) (0.3 * last);
        }
    }

    /** Bursts of noise at the instants of a Poisson process. */
    private static void strikes(float[] samples, Random random) {
        double rate = 1 + 7 * random.nextDouble();
        double at = 0;
        while (at < SECONDS) {
            double decay = 20 + 200 * random.nextDouble();
            int first = (int) (at * Lesson.SAMPLE_RATE);
            for (int i = 0; i < Lesson.SAMPLE_RATE / 4 && first + i < samples.length; i++) {
                samples[first + i] += (float) (0.2 * random.nextGaussian() * Math.exp(-decay * i / Lesson.SAMPLE_RATE));
            }
            at -= Math.log(1 - random.nextDouble()) / rate;
        }
    }

    /** One voice that never rests on a pitch. */
    private static void glide(float[] samples, Random random) {
        double slowly = 0.05 + 0.3 * random.nextDouble();
        double reach = 7 + 12 * random.nextDouble();
        double centre = 48 + 24 * random.nextDouble();
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            double t = (double) i / Lesson.SAMPLE_RATE;
            double pitch = centre + reach * Math.sin(2 * Math.PI * slowly * t + Math.sin(t));
            phase += 2 * Math.PI * 440 * Math.pow(2, (pitch - 69) / 12) / Lesson.SAMPLE_RATE;
            samples[i] = (float) (0.3 * Math.sin(phase) + 0.1 * Math.sin(2 * phase));
        }
    }

    /** All twelve pitch classes alike, at instants of a Poisson process. */
    private static void notes(float[] samples, Random random) {
        double rate = 2 + 6 * random.nextDouble();
        double at = 0;
        while (at < SECONDS) {
            double hz = 440 * Math.pow(2, (36 + random.nextInt(48) - 69) / 12.0);
            double decay = 1 + 8 * random.nextDouble();
            int first = (int) (at * Lesson.SAMPLE_RATE);
            for (int i = 0; i < Lesson.SAMPLE_RATE && first + i < samples.length; i++) {
                double t = (double) i / Lesson.SAMPLE_RATE;
                double wave = Math.sin(2 * Math.PI * hz * t) + 0.4 * Math.sin(4 * Math.PI * hz * t);
                samples[first + i] += (float) (0.15 * wave * Math.exp(-decay * t) * Math.min(1, t * 200));
            }
            at -= Math.log(1 - random.nextDouble()) / rate;
        }
    }
}
