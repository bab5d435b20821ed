package org.hathor.audio.feature;

import org.hathor.audio.spectrum.SpectralFeatures;
import org.hathor.audio.spectrum.SpectralShape;

/**
 * Spectral features over a track: of all frames, and centroid, roll-off and flatness of those frames that sound, that
 * is are within 60 dB of the loudest (a pause has no brightness).
 *
 * @param sounding how many frames sound; 0 in silence
 */
record SpectralSummary(
        Summary.Columns mfcc,
        Summary.Columns chroma,
        Summary centroid,
        Summary bandwidth,
        Summary rolloff,
        Summary flatness,
        Summary.Columns contrast,
        Summary zeroCrossingRate,
        Summary rms,
        Summary onsetStrength,
        int sounding,
        double soundingCentroid,
        double soundingRolloff,
        double soundingFlatness) {
    private static final double SOUNDING = 1e-3;

    static SpectralSummary of(SpectralFeatures features) {
        SpectralShape shape = features.shape();
        float[] rms = features.rms();
        boolean[] sounds = sounding(rms);
        return new SpectralSummary(
                Summary.ofColumns(features.mfcc()),
                Summary.ofColumns(features.chroma()),
                Summary.of(shape.centroid()),
                Summary.of(shape.bandwidth()),
                Summary.of(shape.rolloff()),
                Summary.of(shape.flatness()),
                Summary.ofColumns(notNegative(features.contrast())),
                Summary.of(features.zeroCrossingRate()),
                Summary.of(rms),
                Summary.of(features.onsetStrength()),
                count(sounds),
                mean(shape.centroid(), sounds),
                mean(shape.rolloff(), sounds),
                mean(shape.flatness(), sounds));
    }

    private static boolean[] sounding(float[] rms) {
        float loudest = 0;
        for (float level : rms) {
            loudest = Math.max(loudest, level);
        }
        boolean[] sounds = new boolean[rms.length];
        for (int t = 0; t < rms.length; t++) {
            sounds[t] = loudest > 0 && rms[t] >= SOUNDING * loudest;
        }
        return sounds;
    }

    /** Peaks and valleys are limited to 80 dB each on their own, which may leave a valley above its peak. */
    private static float[][] notNegative(float[][] contrast) {
        for (float[] frame : contrast) {
            for (int b = 0; b < frame.length; b++) {
                frame[b] = Math.max(0, frame[b]);
            }
        }
        return contrast;
    }

    private static int count(boolean[] sounds) {
        int count = 0;
        for (boolean sounding : sounds) {
            count += sounding ? 1 : 0;
        }
        return count;
    }

    private static double mean(float[] values, boolean[] sounds) {
        double sum = 0;
        int count = 0;
        for (int t = 0; t < values.length; t++) {
            if (sounds[t]) {
                sum += values[t];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
