package org.hathor.simulator.music;

/** A small hall: four combs that lose their highs and two allpasses, after Schroeder (1962) and Moorer (1979). */
final class Reverb {
    private static final double[] COMB_SECONDS = {0.0297, 0.0371, 0.0411, 0.0437};
    private static final double[] ALLPASS_SECONDS = {0.005, 0.0017};
    private static final float ALLPASS_GAIN = 0.7f;
    private static final float DAMPING = 0.35f;

    private final float[][] combs = new float[COMB_SECONDS.length][];
    private final float[] gains = new float[COMB_SECONDS.length];
    private final float[][] allpasses = new float[ALLPASS_SECONDS.length][];

    /**
     * @param seconds time to fall by 60 dB
     * @param spread makes the hall sound otherwise, 1 is usual; two that differ are a left and a right
     */
    Reverb(double seconds, double spread, int sampleRate) {
        for (int c = 0; c < combs.length; c++) {
            combs[c] = new float[(int) (COMB_SECONDS[c] * spread * sampleRate)];
            gains[c] = (float) StrictMath.pow(10, -3 * COMB_SECONDS[c] * spread / seconds);
        }
        for (int a = 0; a < allpasses.length; a++) {
            allpasses[a] = new float[(int) (ALLPASS_SECONDS[a] * spread * sampleRate)];
        }
    }

    /** Adds the hall to what sounds in it. */
    void add(float[] dry, float wet, float[] out) {
        float[] hall = new float[dry.length];
        for (int c = 0; c < combs.length; c++) {
            comb(dry, combs[c], gains[c], hall);
        }
        for (float[] line : allpasses) {
            allpass(hall, line);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] += 0.25f * wet * hall[i];
        }
    }

    private static void comb(float[] in, float[] line, float gain, float[] out) {
        int place = 0;
        float dull = 0;
        for (int i = 0; i < in.length; i++) {
            float echo = line[place];
            out[i] += echo;
            dull += (1 - DAMPING) * (echo - dull);
            line[place] = in[i] + gain * dull;
            place = place + 1 == line.length ? 0 : place + 1;
        }
    }

    private static void allpass(float[] signal, float[] line) {
        int place = 0;
        for (int i = 0; i < signal.length; i++) {
            float delayed = line[place];
            float fed = signal[i] + ALLPASS_GAIN * delayed;
            line[place] = fed;
            signal[i] = delayed - ALLPASS_GAIN * fed;
            place = place + 1 == line.length ? 0 : place + 1;
        }
    }
}
