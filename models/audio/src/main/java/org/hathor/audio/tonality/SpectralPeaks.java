package org.hathor.audio.tonality;

import java.util.Arrays;

/**
 * The local maxima of one frame's magnitude spectrum, in ascending order, each at its frequency interpolated by a
 * parabola through the logarithms of three bins (Smith and Serra, "PARSHL", ICMC 1987).
 */
final class SpectralPeaks {
    private static final SpectralPeaks NONE = new SpectralPeaks(new float[0], new float[0]);
    /** Semitones within which a peak of another frame is the same note going on. */
    private static final double SAME_NOTE = 0.5;

    private final float[] pitches;
    private final float[] magnitudes;

    private SpectralPeaks(float[] pitches, float[] magnitudes) {
        this.pitches = pitches;
        this.magnitudes = magnitudes;
    }

    /**
     * @param spectrum a real transform as JTransforms packs it: (re, im) pairs
     * @param lowest frequency of interest, Hz
     * @param highest frequency of interest, Hz
     */
    static SpectralPeaks of(float[] spectrum, int sampleRate, double lowest, double highest) {
        int window = spectrum.length;
        int first = Math.max(2, (int) Math.ceil(lowest * window / sampleRate));
        int last = Math.min(window / 2 - 2, (int) Math.floor(highest * window / sampleRate));
        if (last <= first) {
            return NONE;
        }
        float[] pitches = new float[(last - first) / 2 + 2];
        float[] magnitudes = new float[pitches.length];
        int found = 0;
        float left = power(spectrum, first - 1);
        float centre = power(spectrum, first);
        for (int k = first; k <= last; k++) {
            float right = power(spectrum, k + 1);
            if (centre > left && centre >= right && centre > 0) {
                double a = Math.log(left + Float.MIN_NORMAL);
                double b = Math.log(centre);
                double c = Math.log(right + Float.MIN_NORMAL);
                double shift = 0.5 * (a - c) / (a - 2 * b + c);
                pitches[found] = (float) pitchOf((k + shift) * sampleRate / window);
                magnitudes[found++] = (float) Math.sqrt(centre);
            }
            left = centre;
            centre = right;
        }
        return new SpectralPeaks(Arrays.copyOf(pitches, found), Arrays.copyOf(magnitudes, found));
    }

    private static float power(float[] spectrum, int k) {
        return spectrum[2 * k] * spectrum[2 * k] + spectrum[2 * k + 1] * spectrum[2 * k + 1];
    }

    /** MIDI's scale: semitones, A4 = 440 Hz = 69. */
    static double pitchOf(double hz) {
        return 69 + 12 * Math.log(hz / 440) / Math.log(2);
    }

    int count() {
        return pitches.length;
    }

    /** Pitch of peak {@code i} on MIDI's scale, with its fraction. */
    double pitch(int i) {
        return pitches[i];
    }

    float magnitude(int i) {
        return magnitudes[i];
    }

    float strongest() {
        float strongest = 0;
        for (float magnitude : magnitudes) {
            strongest = Math.max(strongest, magnitude);
        }
        return strongest;
    }

    /** The magnitude of the strongest peak within {@value #SAME_NOTE} semitones; 0 where there is none. */
    float near(double pitch) {
        int at = Arrays.binarySearch(pitches, (float) (pitch - SAME_NOTE));
        float strongest = 0;
        for (int i = at < 0 ? -at - 1 : at; i < pitches.length && pitches[i] <= pitch + SAME_NOTE; i++) {
            strongest = Math.max(strongest, magnitudes[i]);
        }
        return strongest;
    }
}
