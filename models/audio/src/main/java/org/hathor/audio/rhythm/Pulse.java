package org.hathor.audio.rhythm;

/**
 * A hypothesis about the beat: one tempo, one phase, followed through the recording.
 *
 * @param bpm beats a minute, the median over eight beats at a time
 * @param beats instants, seconds, ascending
 * @param features what {@link PulseFeatures} measured at them
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers are handed on, never compared.
public record Pulse(double bpm, double[] beats, float[] features) {}
