/**
 * When things happen in a recording: onsets, the beat and its tempo, and what an estimate of them is worth.
 *
 * <p>Times are seconds from the first sample. Nothing here depends on the level of the recording.
 */
package org.hathor.audio.rhythm;
