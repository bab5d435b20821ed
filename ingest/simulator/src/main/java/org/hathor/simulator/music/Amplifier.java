package org.hathor.simulator.music;

/** A driven guitar amplifier: it clips softly, between two filters that keep what it adds in bounds. */
final class Amplifier {
    private static final double DRIVE = 9;

    private Amplifier() {}

    static void drive(float[] signal, int sampleRate) {
        Filter rumble = new Filter(90, 0.7, sampleRate);
        Filter before = new Filter(2_800, 0.7, sampleRate);
        Filter cabinet = new Filter(3_800, 0.9, sampleRate);
        float drive = (float) DRIVE;
        float last = 0;
        for (int i = 0; i < signal.length; i++) {
            float driven = drive * before.low(rumble.high(signal[i]));
            // Clipped at the double rate, so that less of what is added folds back.
            float between = clipped(0.5f * (last + driven));
            float now = clipped(driven);
            last = driven;
            signal[i] = cabinet.low(0.5f * (between + now));
        }
    }

    private static float clipped(float x) {
        return x / (1 + Math.abs(x));
    }
}
