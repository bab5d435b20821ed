package org.hathor.audio.spectrum;

/**
 * {@link Decibels#ofPower(double)} to within 1e-11 dB, several times as fast: the exponent gives the octave, the first
 * bits of the mantissa a table entry, and what is left is so near 1 that three terms of the logarithm's series suffice.
 *
 * <p>Source: P.-T. P. Tang, "Table-driven implementation of the logarithm function", ACM TOMS 16 (1990).
 */
final class FastDecibels {
    private static final int BITS = 9;
    private static final int ENTRIES = 1 << BITS;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final int EXPONENTS = 1 << 11;
    private static final int BIAS = 1023;
    private static final double FIRST = 10 / Math.log(10);
    private static final double SECOND = -FIRST / 2;
    private static final double THIRD = FIRST / 3;
    private static final double[] INVERSE = new double[ENTRIES];
    private static final double[] ENTRY = new double[ENTRIES];
    private static final double[] OCTAVE = new double[EXPONENTS];

    static {
        for (int i = 0; i < ENTRIES; i++) {
            double middle = 1 + (i + 0.5) / ENTRIES;
            INVERSE[i] = 1 / middle;
            ENTRY[i] = 10 * Math.log10(middle);
        }
        for (int e = 0; e < EXPONENTS; e++) {
            OCTAVE[e] = 10 * Math.log10(2) * (e - BIAS);
        }
    }

    private FastDecibels() {}

    /** The decibels of one power, at least those of {@link Decibels#LEAST_POWER}. */
    static double ofPower(double power) {
        long bits = Double.doubleToRawLongBits(power > Decibels.LEAST_POWER ? power : Decibels.LEAST_POWER);
        int entry = (int) (bits >> (MANTISSA_BITS - BITS)) & (ENTRIES - 1);
        double mantissa = Double.longBitsToDouble((bits & MANTISSA) | ((long) BIAS << MANTISSA_BITS));
        double r = mantissa * INVERSE[entry] - 1;
        double octave = OCTAVE[(int) (bits >> MANTISSA_BITS) & (EXPONENTS - 1)];
        return octave + ENTRY[entry] + r * (FIRST + r * (SECOND + r * THIRD));
    }
}
