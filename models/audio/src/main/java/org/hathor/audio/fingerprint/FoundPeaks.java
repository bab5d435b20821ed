package org.hathor.audio.fingerprint;

import java.util.Arrays;

/** Peaks as they are found, in order of time, with how far each stands out. */
final class FoundPeaks {
    private int[] frames = new int[1024];
    private short[] frequencies = new short[1024];
    private float[] prominences = new float[1024];
    private int count;

    void add(int frame, short frequency, float prominence) {
        if (count == frames.length) {
            frames = Arrays.copyOf(frames, 2 * count);
            frequencies = Arrays.copyOf(frequencies, 2 * count);
            prominences = Arrays.copyOf(prominences, 2 * count);
        }
        frames[count] = frame;
        frequencies[count] = frequency;
        prominences[count++] = prominence;
    }

    /** The peaks that are among the most prominent of those at most so many frames away. */
    FoundPeaks thinned(int radius, int peaksMax) {
        FoundPeaks kept = new FoundPeaks();
        int from = 0;
        int to = 0;
        for (int i = 0; i < count; i++) {
            while (frames[from] < frames[i] - radius) {
                from++;
            }
            while (to < count && frames[to] <= frames[i] + radius) {
                to++;
            }
            int greater = 0;
            for (int j = from; j < to; j++) {
                if (prominences[j] > prominences[i]) {
                    greater++;
                }
            }
            if (greater < peaksMax) {
                kept.add(frames[i], frequencies[i], prominences[i]);
            }
        }
        return kept;
    }

    /** As the constellation of a recording of so many frames. */
    Constellation constellation(int length) {
        return new Constellation(Arrays.copyOf(frames, count), Arrays.copyOf(frequencies, count), length);
    }
}
