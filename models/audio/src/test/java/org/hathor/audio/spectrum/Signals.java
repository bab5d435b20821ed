package org.hathor.audio.spectrum;

import java.util.Random;

/** Signals with known content. */
final class Signals {
    static final int SAMPLE_RATE = 22_050;

    private Signals() {}

    static float[] sine(double hertz, double amplitude, int samples) {
        float[] y = new float[samples];
        for (int n = 0; n < samples; n++) {
            y[n] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * n / SAMPLE_RATE));
        }
        return y;
    }

    static float[] noise(long seed, int samples) {
        Random random = new Random(seed);
        float[] y = new float[samples];
        for (int n = 0; n < samples; n++) {
            y[n] = (float) (0.2 * random.nextGaussian());
        }
        return y;
    }

    /** Tones that come and go over a little noise: something in every feature. */
    static float[] music(long seed, int samples) {
        Random random = new Random(seed);
        float[] y = noise(seed, samples);
        for (int n = 0; n < samples; n++) {
            y[n] *= 0.01f;
        }
        int note = SAMPLE_RATE / 4;
        for (int from = 0; from < samples; from += note) {
            double hertz = 440 * Math.pow(2, (random.nextInt(37) - 18 + 0.07) / 12);
            for (int n = from; n < Math.min(samples, from + note); n++) {
                double fading = Math.exp(-6.0 * (n - from) / note);
                double phase = 2 * Math.PI * hertz * n / SAMPLE_RATE;
                y[n] += (float)
                        (fading * (0.3 * Math.sin(phase) + 0.1 * Math.sin(2 * phase) + 0.05 * Math.sin(3 * phase)));
            }
        }
        return y;
    }

    static float[] times(float[] y, double factor) {
        float[] scaled = new float[y.length];
        for (int n = 0; n < y.length; n++) {
            scaled[n] = (float) (factor * y[n]);
        }
        return scaled;
    }
}
