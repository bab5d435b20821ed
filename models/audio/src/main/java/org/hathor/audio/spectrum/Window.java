package org.hathor.audio.spectrum;

/**
 * Window functions in their periodic (DFT-even) form, as spectral analysis wants them.
 *
 * <p>Source: F. J. Harris, "On the use of windows for harmonic analysis with the discrete Fourier transform", Proc.
 * IEEE 66 (1978).
 */
public enum Window {
    /** 0.5 − 0.5 cos(2πn/N): librosa's default. */
    HANN(0.5, 0.5, 0),
    /** 0.54 − 0.46 cos(2πn/N). */
    HAMMING(0.54, 0.46, 0),
    /** 0.42 − 0.5 cos(2πn/N) + 0.08 cos(4πn/N). */
    BLACKMAN(0.42, 0.5, 0.08),
    /** 1 throughout. */
    RECTANGULAR(1, 0, 0);

    private final double constant;
    private final double first;
    private final double second;

    Window(double constant, double first, double second) {
        this.constant = constant;
        this.first = first;
        this.second = second;
    }

    /**
     * The window's values.
     *
     * @param length how many, at least 1
     */
    public double[] coefficients(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length must be at least 1, not " + length);
        }
        double[] values = new double[length];
        for (int n = 0; n < length; n++) {
            double angle = 2 * Math.PI * n / length;
            values[n] = constant - first * Math.cos(angle) + second * Math.cos(2 * angle);
        }
        return values;
    }
}
