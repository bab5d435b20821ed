/**
 * Jobs that listen to every track: features, fingerprints and whatever else is learnt from the sound of one object.
 * What they have in common, {@link org.hathor.batch.audio.AnalysisRun}, analyses only what is new or has changed.
 */
package org.hathor.batch.audio;
