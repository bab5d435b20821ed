package org.hathor.audio.rhythm;

import java.util.Random;

/** Recordings of clicks at known instants. */
final class Clicks {
    static final int SAMPLE_RATE = 22_050;

    private Clicks() {}

    /** Instants of a metronome, each moved by chance by up to {@code jitter} seconds. */
    static double[] metronome(double bpm, double first, double seconds, double jitter, Random random) {
        int count = (int) Math.ceil((seconds - first - 0.05) * bpm / 60);
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = Math.max(0, first + i * 60 / bpm + jitter * (2 * random.nextDouble() - 1));
        }
        return times;
    }

    /** A click of 40 ms, 1 kHz and noise, at each instant. */
    static float[] at(double[] times, double seconds, Random random) {
        float[] samples = new float[(int) (seconds * SAMPLE_RATE)];
        for (double time : times) {
            int first = (int) Math.round(time * SAMPLE_RATE);
            for (int i = 0; i < 0.04 * SAMPLE_RATE && first + i < samples.length; i++) {
                double t = (double) i / SAMPLE_RATE;
                double wave = Math.sin(2 * Math.PI * 1000 * t) + 0.5 * random.nextGaussian();
                samples[first + i] += (float) (0.3 * Math.exp(-100 * t) * wave);
            }
        }
        return samples;
    }
}
