package org.hathor.simulator.music;

/**
 * A note of the melody.
 *
 * @param start in seconds
 * @param end in seconds
 * @param midi pitch, 69 is A4 at 440 Hz
 */
public record Note(double start, double end, int midi) {}
