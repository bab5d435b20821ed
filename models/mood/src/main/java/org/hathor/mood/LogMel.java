package org.hathor.mood;

import java.util.Arrays;

/**
 * What the mood network hears: a log-mel spectrogram in steps of half a decibel, one byte a value, small enough to keep
 * beside every track (2.8 kB a second). {@link LogMelFrontEnd} makes it.
 *
 * @param levels row by row, time first: {@link #BANDS} bytes a frame, each {@code 2 (dB - FLOOR_DB)} as an unsigned
 *     number
 */
@SuppressWarnings("ArrayRecordComponent") // Levels are handed on; equality is defined below.
public record LogMel(byte[] levels) {
    /** Mel bands. */
    public static final int BANDS = 256;

    /** What is below, silence included, counts as this. */
    public static final float FLOOR_DB = -80;

    private static final float STEPS_PER_DB = 2;

    public LogMel {
        if (levels.length == 0 || levels.length % BANDS != 0) {
            throw new IllegalArgumentException(
                    "levels: a positive multiple of %d is needed, not %d".formatted(BANDS, levels.length));
        }
    }

    /**
     * From decibels relative to full scale, {@code float[frames][BANDS]}; what is beyond the range of a byte is cut
     * off.
     */
    public static LogMel ofDecibels(float[][] decibels) {
        byte[] levels = new byte[decibels.length * BANDS];
        for (int t = 0; t < decibels.length; t++) {
            for (int b = 0; b < BANDS; b++) {
                int level = Math.round((decibels[t][b] - FLOOR_DB) * STEPS_PER_DB);
                levels[t * BANDS + b] = (byte) Math.max(0, Math.min(255, level));
            }
        }
        return new LogMel(levels);
    }

    /** How many frames there are, {@link LogMelFrontEnd#HOP_LENGTH} samples apart. */
    public int frames() {
        return levels.length / BANDS;
    }

    /** Length in seconds. */
    public double seconds() {
        return (double) frames() * LogMelFrontEnd.HOP_LENGTH / LogMelFrontEnd.SAMPLE_RATE;
    }

    /** Its first seconds, at least one frame; itself where it is no longer. */
    public LogMel upTo(double seconds) {
        double wanted = Math.max(1, Math.ceil(seconds * LogMelFrontEnd.SAMPLE_RATE / LogMelFrontEnd.HOP_LENGTH));
        return wanted >= frames() ? this : new LogMel(Arrays.copyOf(levels, (int) wanted * BANDS));
    }

    /** Decibels relative to full scale, from {@link #FLOOR_DB} to 47.5. */
    public float decibels(int frame, int band) {
        return FLOOR_DB + (levels[frame * BANDS + band] & 0xff) / STEPS_PER_DB;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogMel that && Arrays.equals(levels, that.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }

    @Override
    public String toString() {
        return "LogMel[%d frames]".formatted(frames());
    }
}
