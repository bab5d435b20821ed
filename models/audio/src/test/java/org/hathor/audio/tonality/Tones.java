package org.hathor.audio.tonality;

/** Recordings of chords at known pitches. */
final class Tones {
    static final int SAMPLE_RATE = 22_050;

    private Tones() {}

    /** Chords of half a second each, notes by MIDI number, with five harmonics, detuned by {@code cents}. */
    static float[] chords(int[][] chords, double cents) {
        int length = SAMPLE_RATE / 2;
        float[] samples = new float[chords.length * length];
        for (int c = 0; c < chords.length; c++) {
            for (int midi : chords[c]) {
                double hz = 440 * Math.pow(2, (midi - 69 + cents / 100) / 12);
                for (int i = 0; i < length; i++) {
                    double t = (double) i / SAMPLE_RATE;
                    double envelope = Math.min(1, Math.min(t, 0.5 - t) / 0.01);
                    for (int h = 1; h <= 5; h++) {
                        samples[c * length + i] += (float) (0.06 * envelope * Math.sin(2 * Math.PI * h * hz * t) / h);
                    }
                }
            }
        }
        return samples;
    }

    /** I IV V I, twice, in a major key, or i iv V i in a minor one, with the root below. */
    static float[] cadences(int tonic, Mode mode, double cents) {
        int third = mode == Mode.MAJOR ? 4 : 3;
        int[][] triads = {{0, third, 7}, {5, 5 + third, 12}, {7, 11, 14}, {0, third, 7}};
        int[][] chords = new int[4 * triads.length][];
        for (int c = 0; c < chords.length; c++) {
            int[] triad = triads[c % triads.length];
            chords[c] = new int[] {
                36 + tonic + triad[0] % 12, 60 + tonic + triad[0], 60 + tonic + triad[1], 60 + tonic + triad[2]
            };
        }
        return chords(chords, cents);
    }
}
