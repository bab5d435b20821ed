package org.hathor.audio.pitch;

/**
 * Pitch of one voice over time; frame {@code i} is centred on sample {@code i · hopLength}.
 *
 * @param frequency best guess in hertz for every frame, also where no voice is heard; 0 where there is none at all
 * @param voiced whether the frame is taken to be voiced
 * @param voicedProbability belief that it is, from this frame alone, in [0, 1]
 * @param hopSeconds from frame to frame
 */
@SuppressWarnings("ArrayRecordComponent") // Curves are handed on, never compared.
public record PitchTrack(float[] frequency, boolean[] voiced, float[] voicedProbability, double hopSeconds) {
    /** Fundamental frequency in hertz, 0 where unvoiced. */
    public float[] f0() {
        float[] f0 = frequency.clone();
        for (int i = 0; i < f0.length; i++) {
            if (!voiced[i]) {
                f0[i] = 0;
            }
        }
        return f0;
    }

    /** Share of frames that are voiced, in [0, 1]. */
    public double voicedShare() {
        int count = 0;
        for (boolean each : voiced) {
            count += each ? 1 : 0;
        }
        return voiced.length == 0 ? 0 : (double) count / voiced.length;
    }
}
