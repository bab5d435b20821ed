/** The mood of a track: a network over log-mel spectrograms, its training, calibration and card. */
package org.hathor.mood;
