package org.hathor.audio.loudness;

/**
 * The K frequency weighting of ITU-R BS.1770: a shelf that lifts what the head does, and a high-pass; one channel.
 *
 * <p>The recommendation prints coefficients for 48 kHz only. Here both sections are made for any rate by the bilinear
 * transform of their analogue prototypes, whose frequencies, quality and gain are those that give the printed
 * coefficients back at 48 kHz (De Man, "Evaluation of implementations of the EBU R128 loudness measurement", AES 2018).
 */
final class KWeighting {
    private static final double SHELF_HERTZ = 1681.974450955533;
    private static final double SHELF_QUALITY = 0.7071752369554196;
    private static final double SHELF_DECIBELS = 3.999843853973347;
    private static final double SHELF_BAND_EXPONENT = 0.4996667741545416;
    private static final double HIGH_PASS_HERTZ = 38.13547087602444;
    private static final double HIGH_PASS_QUALITY = 0.5003270373238773;
    /** States below this are taken as zero, long before they become denormal and slow. */
    private static final double STATE_MIN = 1e-30;

    private final Coefficients shelf;
    private final Coefficients highPass;
    private double shelf1;
    private double shelf2;
    private double high1;
    private double high2;
    private double squares;

    KWeighting(int sampleRate) {
        this.shelf = shelf(sampleRate);
        this.highPass = highPass(sampleRate);
    }

    /** Sum of the squares of all samples so far, not weighted. */
    double squares() {
        return squares;
    }

    /** Sum of the squares of {@code samples[from]} to {@code samples[to]}, weighted. */
    double energy(float[] samples, int from, int to) {
        double b0 = shelf.b0;
        double b1 = shelf.b1;
        double b2 = shelf.b2;
        double a1 = shelf.a1;
        double a2 = shelf.a2;
        double c1 = highPass.a1;
        double c2 = highPass.a2;
        double s1 = shelf1;
        double s2 = shelf2;
        double h1 = high1;
        double h2 = high2;
        double sum = 0;
        double plain = 0;
        for (int i = from; i < to; i++) {
            double x = samples[i];
            double y = b0 * x + s1;
            s1 = b1 * x - a1 * y + s2;
            s2 = b2 * x - a2 * y;
            double z = y + h1;
            h1 = -2 * y - c1 * z + h2;
            h2 = y - c2 * z;
            sum += z * z;
            plain += x * x;
        }
        squares += plain;
        shelf1 = settled(s1);
        shelf2 = settled(s2);
        high1 = settled(h1);
        high2 = settled(h2);
        return sum;
    }

    static Coefficients shelf(int sampleRate) {
        double k = Math.tan(Math.PI * SHELF_HERTZ / sampleRate);
        double high = Math.pow(10, SHELF_DECIBELS / 20);
        double band = Math.pow(high, SHELF_BAND_EXPONENT);
        double a0 = 1 + k / SHELF_QUALITY + k * k;
        return new Coefficients(
                (high + band * k / SHELF_QUALITY + k * k) / a0,
                2 * (k * k - high) / a0,
                (high - band * k / SHELF_QUALITY + k * k) / a0,
                2 * (k * k - 1) / a0,
                (1 - k / SHELF_QUALITY + k * k) / a0);
    }

    /**
     * Its numerator is 1, −2, 1 at every rate, as printed: the gain this leaves is part of the −0.691 of the formula.
     */
    static Coefficients highPass(int sampleRate) {
        double k = Math.tan(Math.PI * HIGH_PASS_HERTZ / sampleRate);
        double a0 = 1 + k / HIGH_PASS_QUALITY + k * k;
        return new Coefficients(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / HIGH_PASS_QUALITY + k * k) / a0);
    }

    private static double settled(double state) {
        return Math.abs(state) < STATE_MIN ? 0 : state;
    }

    /** Of a second-order section, a0 being 1. */
    record Coefficients(double b0, double b1, double b2, double a1, double a2) {}
}
