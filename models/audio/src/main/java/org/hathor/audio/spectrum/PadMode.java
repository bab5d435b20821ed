package org.hathor.audio.spectrum;

/** What stands before the first sample and after the last one. */
public enum PadMode {
    /** Silence: librosa's default. */
    CONSTANT,
    /** The first and the last sample, held. */
    EDGE,
    /** The signal mirrored at its ends, which are not repeated. */
    REFLECT;

    /** The sample at any position, before, in or after the signal. */
    float sample(float[] y, int position) {
        if (position >= 0 && position < y.length) {
            return y[position];
        }
        return switch (this) {
            case CONSTANT -> 0f;
            case EDGE -> position < 0 ? y[0] : y[y.length - 1];
            case REFLECT -> y[mirrored(position, y.length)];
        };
    }

    private static int mirrored(int position, int length) {
        if (length == 1) {
            return 0;
        }
        int period = 2 * (length - 1);
        int within = Math.floorMod(position, period);
        return within < length ? within : period - within;
    }
}
