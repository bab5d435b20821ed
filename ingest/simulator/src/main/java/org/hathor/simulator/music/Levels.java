package org.hathor.simulator.music;

/** How loud signals are while they sound. */
final class Levels {
    private static final double WINDOW_SECONDS = 0.1;

    /** Windows so far below the loudest do not count as sounding: 30 dB. */
    private static final double GATE = 1e-3;

    private Levels() {}

    /** The mean square over the windows in which the signal sounds; 0 for silence. */
    static double activePower(float[] signal, int sampleRate) {
        int window = (int) (WINDOW_SECONDS * sampleRate);
        int count = signal.length / window;
        double[] powers = new double[Math.max(1, count)];
        double loudest = 0;
        for (int w = 0; w < count; w++) {
            double sum = 0;
            for (int i = w * window; i < (w + 1) * window; i++) {
                sum += signal[i] * (double) signal[i];
            }
            powers[w] = sum / window;
            loudest = Math.max(loudest, powers[w]);
        }
        double total = 0;
        int sounding = 0;
        for (double power : powers) {
            if (power > loudest * GATE) {
                total += power;
                sounding++;
            }
        }
        return sounding == 0 ? 0 : total / sounding;
    }

    /** Multiplies a signal so that, while it sounds, its RMS is the wanted one. */
    static void scaleTo(double wanted, float[] signal, int sampleRate) {
        double power = activePower(signal, sampleRate);
        if (power > 0) {
            float gain = (float) (wanted / Math.sqrt(power));
            for (int i = 0; i < signal.length; i++) {
                signal[i] *= gain;
            }
        }
    }
}
