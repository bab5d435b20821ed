/**
 * Fundamental frequency of a single voice: YIN, and its probabilistic variant that also says where there is a voice.
 */
package org.hathor.audio.pitch;
