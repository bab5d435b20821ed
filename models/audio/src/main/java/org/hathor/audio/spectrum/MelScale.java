package org.hathor.audio.spectrum;

/** Frequency as the ear spaces it. */
public enum MelScale {
    /** Linear up to 1 kHz, then logarithmic (Slaney, Auditory Toolbox, 1998): librosa's default. */
    SLANEY {
        @Override
        public double toMel(double hertz) {
            return hertz < BREAK_HERTZ
                    ? hertz / HERTZ_PER_MEL
                    : BREAK_HERTZ / HERTZ_PER_MEL + Math.log(hertz / BREAK_HERTZ) / LOG_STEP;
        }

        @Override
        public double toHertz(double mel) {
            double breakMel = BREAK_HERTZ / HERTZ_PER_MEL;
            return mel < breakMel ? mel * HERTZ_PER_MEL : BREAK_HERTZ * Math.exp(LOG_STEP * (mel - breakMel));
        }
    },
    /** 2595 · log₁₀(1 + f / 700) (O'Shaughnessy 1987; the HTK Book). */
    HTK {
        @Override
        public double toMel(double hertz) {
            return 2595 * Math.log10(1 + hertz / 700);
        }

        @Override
        public double toHertz(double mel) {
            return 700 * (Math.pow(10, mel / 2595) - 1);
        }
    };

    private static final double BREAK_HERTZ = 1000;
    private static final double HERTZ_PER_MEL = 200.0 / 3;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    /** Mels of a frequency in hertz, at least 0. */
    public abstract double toMel(double hertz);

    /** Hertz of a place on the scale. */
    public abstract double toHertz(double mel);
}
