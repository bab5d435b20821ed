package org.hathor.audio.fingerprint;

/**
 * A recording in bands of equal width in pitch: what textures are made of and compared with.
 *
 * @param levels {@code [frames][BANDS]}: the logarithm of power above a floor, the mean of all bands in the two seconds
 *     around, so that the recording's level plays no part; nepers, ≥ 0
 * @param rises {@code [frames][BANDS]}: how much higher than of late each level is, beyond what the bands around have
 *     in common, so that a drum, which strikes all of them at once, does not outweigh what is played; and no more than
 *     a limit, so that a few loud onsets do not outweigh all the rest; nepers, from -0.75 to 1.5
 */
record Bands(float[][] levels, float[][] rises) {
    /** Bands, 0.86 semitones each. */
    static final int COUNT = 72;

    /** The lowest band's lower edge, in hertz. */
    private static final double LOW_HERTZ = 110;

    /** The highest band's upper edge, in hertz: below where lossy coders and cheap microphones cut. */
    private static final double HIGH_HERTZ = 4_000;

    /** Bands on each side whose mean is taken away; 14 semitones. */
    private static final int SURROUNDINGS = 16;

    /** The greatest rise that counts, in nepers. */
    static final float RISE_MAX = 1.5f;

    /** The greatest fall that counts. */
    static final float RISE_MIN = -0.75f;

    /**
     * The bands of a recording, were it played at its original speed.
     *
     * @param power its {@link Spectrogram}
     * @param speed how many times faster than the original it is supposed to be played
     */
    static Bands of(float[][] power, double speed) {
        float[][] levels = energy(power, speed);
        Prominence prominence = new Prominence(levels, 0, COUNT - 1);
        float[][] rises = new float[power.length][COUNT];
        float[] rise = new float[COUNT];
        float[] before = new float[COUNT];
        for (int t = 0; t < power.length; t++) {
            float perFloor = prominence.perFloor(t);
            for (int band = 0; band < COUNT; band++) {
                float level = Prominence.level(levels[t][band], perFloor);
                // what sounds at the beginning is taken to have sounded before
                rise[band] = t == 0 ? 0 : Prominence.rise(level, before[band], rise[band]);
                before[band] = level;
                levels[t][band] = level;
            }
            beyondSurroundings(rise, rises[t]);
        }
        return new Bands(levels, rises);
    }

    private static float[][] energy(float[][] power, double speed) {
        double[] edges = new double[COUNT + 1];
        for (int edge = 0; edge <= COUNT; edge++) {
            double hertz = LOW_HERTZ * Math.pow(HIGH_HERTZ / LOW_HERTZ, (double) edge / COUNT);
            edges[edge] = speed * hertz * Spectrogram.N_FFT / BandSignal.SAMPLE_RATE;
        }
        float[][] energy = new float[power.length][COUNT];
        float[] below = new float[Spectrogram.BINS + 1];
        for (int t = 0; t < power.length; t++) {
            for (int bin = 0; bin < Spectrogram.BINS; bin++) {
                below[bin + 1] = below[bin] + power[t][bin];
            }
            for (int band = 0; band < COUNT; band++) {
                energy[t][band] = Math.max(0, upTo(edges[band + 1], below) - upTo(edges[band], below));
            }
        }
        return energy;
    }

    /** The power below a place between two bins, in proportion. */
    private static float upTo(double edge, float[] below) {
        int bin = (int) edge;
        float share = (float) (edge - bin);
        return below[bin] * (1 - share) + below[bin + 1] * share;
    }

    private static void beyondSurroundings(float[] rise, float[] beyond) {
        for (int band = 0; band < COUNT; band++) {
            int from = Math.max(0, band - SURROUNDINGS);
            int to = Math.min(COUNT, band + SURROUNDINGS + 1);
            float sum = 0;
            for (int other = from; other < to; other++) {
                sum += rise[other];
            }
            float more = rise[band] - sum / (to - from);
            // what merely falls less than the bands around has not risen
            float risen = more <= 0 ? more : Math.min(more, Math.max(0, rise[band]));
            beyond[band] = Math.max(RISE_MIN, Math.min(RISE_MAX, risen));
        }
    }
}
