/**
 * Which pitches a recording is built on: pitch classes over time, its key and its mode.
 *
 * <p>Pitch classes are 0 to 11, C = 0, in equal temperament at the tuning found in the recording itself.
 */
package org.hathor.audio.tonality;
