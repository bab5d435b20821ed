package org.hathor.audio.spectrum;

/**
 * {@link Decibels#ofPower(double)} to within 1e-11 dB, several times as fast: the exponent gives the octave, the first
 * bits of the mantissa a table entry, and what is left is so near 1 that four terms of the logarithm's series suffice.
 *
 * <p>Source: P.-T. P. Tang, "Table-driven implementation of the logarithm function", ACM TOMS 16 (1990).
 */
final class FastDecibels {
    private static final int BITS = 9;
    private static final int ENTRIES = 1 << BITS;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final int BIAS = 1023;
    private static final double PER_NEPER = 10 / Math.log(10);
    private static final double PER_OCTAVE = 10 * Math.log10(2);
    private static final double[] INVERSE = new double[ENTRIES];
    private static final double[] ENTRY = new double[ENTRIES];

    static {
        for (int i = 0; i < ENTRIES; i++) {
            double middle = 1 + (i + 0.5) / ENTRIES;
            INVERSE[i] = 1 / middle;
            ENTRY[i] = 10 * Math.log10(middle);
        }
    }

    private FastDecibels() {}

    /** The decibels of one power, at least those of {@link Decibels#LEAST_POWER}. */
    static double ofPower(double power) {
        long bits = Double.doubleToRawLongBits(power > Decibels.LEAST_POWER ? power : Decibels.LEAST_POWER);
        int octave = (int) (bits >> MANTISSA_BITS) - BIAS;
        int entry = (int) (bits >> (MANTISSA_BITS - BITS)) & (ENTRIES - 1);
        double mantissa = Double.longBitsToDouble((bits & MANTISSA) | ((long) BIAS << MANTISSA_BITS));
        double r = mantissa * INVERSE[entry] - 1;
        double series = r * (1 + r * (-1.0 / 2 + r * (1.0 / 3 - r * (1.0 / 4))));
        return octave * PER_OCTAVE + (ENTRY[entry] + PER_NEPER * series);
    }
}
