package org.hathor.simulator.music;

/**
 * A note of an instrument.
 *
 * @param start in seconds
 * @param end in seconds
 * @param midi pitch
 * @param velocity force, above 0 to 1
 */
record Tone(double start, double end, int midi, double velocity) {}
