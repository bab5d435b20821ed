/**
 * What can be measured in a recording.
 *
 * <p>Signals are {@code float[]} samples in [-1, 1] with a sample rate in hertz; matrices are
 * {@code float[frames][bins]}, time first. Where librosa has a feature, parameter names and defaults are librosa's.
 */
package org.hathor.audio;
