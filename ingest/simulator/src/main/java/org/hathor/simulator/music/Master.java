package org.hathor.simulator.music;

/**
 * The last gain of all: one course of loudness for everything that sounds, so that stems still add up to their mix. It
 * brings the mix to a level, holds its peaks under a ceiling, and fades its end.
 */
final class Master {
    /** Peaks never pass this. */
    private static final float CEILING = 0.97f;

    private static final int BLOCK = 64;
    private static final double FADE_SECONDS = 0.25;

    /** How fast the gain may fall and rise, in decibels a second. */
    private static final double FALL_DB = 2_000;

    private static final double RISE_DB = 120;

    private final float[] gains;

    private Master(float[] gains) {
        this.gains = gains;
    }

    /**
     * Decides the gain for a mix.
     *
     * @param wanted RMS that the mix should have before its peaks are held down
     * @param mixes one for each channel
     */
    static Master of(double wanted, int sampleRate, float[]... mixes) {
        int length = mixes[0].length;
        double squares = 0;
        for (float[] mix : mixes) {
            squares += Levels.activePower(mix, sampleRate) / mixes.length;
        }
        float level = squares == 0 ? 0 : (float) (wanted / Math.sqrt(squares));
        int blocks = (length + BLOCK - 1) / BLOCK;
        float[] allowed = new float[blocks];
        for (int block = 0; block < blocks; block++) {
            float peak = 0;
            int end = Math.min(length, (block + 1) * BLOCK);
            for (float[] mix : mixes) {
                for (int i = block * BLOCK; i < end; i++) {
                    peak = Math.max(peak, Math.abs(mix[i]));
                }
            }
            allowed[block] = peak * level > CEILING ? CEILING / peak : level;
        }
        float[] gains = new float[blocks + 1];
        for (int edge = 0; edge <= blocks; edge++) {
            gains[edge] = Math.min(allowed[Math.max(0, edge - 1)], allowed[Math.min(blocks - 1, edge)]);
        }
        float rise = (float) StrictMath.pow(10, RISE_DB / 20 * BLOCK / sampleRate);
        float fall = (float) StrictMath.pow(10, FALL_DB / 20 * BLOCK / sampleRate);
        for (int edge = 1; edge <= blocks; edge++) {
            gains[edge] = Math.min(gains[edge], gains[edge - 1] * rise);
        }
        for (int edge = blocks - 1; edge >= 0; edge--) {
            gains[edge] = Math.min(gains[edge], gains[edge + 1] * fall);
        }
        double fade = FADE_SECONDS * sampleRate / BLOCK;
        for (int edge = 0; edge <= blocks; edge++) {
            gains[edge] *= (float) Math.max(0, Math.min(1, (blocks - 1 - edge) / fade));
        }
        return new Master(gains);
    }

    /** Applies the gain in place. */
    void apply(float[] signal) {
        for (int block = 0; block * BLOCK < signal.length; block++) {
            float gain = gains[block];
            float step = (gains[block + 1] - gain) / BLOCK;
            int end = Math.min(signal.length, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                signal[i] *= gain;
                gain += step;
            }
        }
    }
}
