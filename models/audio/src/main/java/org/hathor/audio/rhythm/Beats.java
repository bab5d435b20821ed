package org.hathor.audio.rhythm;

/**
 * Where a listener would tap.
 *
 * @param seconds times of the beats, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Times are handed on, never compared.
public record Beats(double[] seconds) {
    /** No beats. */
    public static final Beats NONE = new Beats(new double[0]);
}
