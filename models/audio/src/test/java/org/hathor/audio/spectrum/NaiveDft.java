package org.hathor.audio.spectrum;

/** The transform as its definition says it, slowly: what the fast ones are held against. */
final class NaiveDft {
    private NaiveDft() {}

    /** Hann-weighted powers of one frame of a signal surrounded by silence. */
    static double[] hannPower(float[] y, int start, int nFft) {
        double[] cos = new double[nFft];
        double[] sin = new double[nFft];
        double[] weighted = new double[nFft];
        for (int n = 0; n < nFft; n++) {
            cos[n] = Math.cos(2 * Math.PI * n / nFft);
            sin[n] = Math.sin(2 * Math.PI * n / nFft);
            int position = start + n;
            double sample = position >= 0 && position < y.length ? y[position] : 0;
            weighted[n] = sample * (0.5 - 0.5 * cos[n]);
        }
        double[] power = new double[nFft / 2 + 1];
        for (int k = 0; k < power.length; k++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < nFft; n++) {
                int turn = (int) ((long) k * n % nFft);
                re += weighted[n] * cos[turn];
                im -= weighted[n] * sin[turn];
            }
            power[k] = re * re + im * im;
        }
        return power;
    }
}
