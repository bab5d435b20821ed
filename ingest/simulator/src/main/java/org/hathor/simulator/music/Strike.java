package org.hathor.simulator.music;

/**
 * A stroke on a drum.
 *
 * @param start in seconds
 * @param velocity force, above 0 to 1
 */
record Strike(Drum drum, double start, double velocity) {}
