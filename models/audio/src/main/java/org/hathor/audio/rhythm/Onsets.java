package org.hathor.audio.rhythm;

/**
 * Where notes and hits begin.
 *
 * @param seconds times of the onsets, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Times are handed on, never compared.
public record Onsets(double[] seconds) {
    /** No onsets. */
    public static final Onsets NONE = new Onsets(new double[0]);

    /** Onsets a second over {@code duration} seconds; 0 for an empty recording. */
    public double rate(double duration) {
        return duration > 0 ? seconds.length / duration : 0;
    }
}
