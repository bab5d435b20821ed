/**
 * The whole set of features of one track: {@link org.hathor.audio.feature.FeatureExtractor} measures them in one pass,
 * {@link org.hathor.audio.feature.TrackFeatures} holds them.
 */
package org.hathor.audio.feature;
