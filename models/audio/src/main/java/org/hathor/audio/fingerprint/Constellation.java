package org.hathor.audio.fingerprint;

import java.util.Arrays;

/**
 * The places in a recording's spectrogram that stand out from their surroundings, in order of time and, within a frame,
 * of frequency. Level plays no part in it.
 */
final class Constellation {
    /** Steps of frequency in one bin of the spectrum. */
    static final int STEPS_PER_BIN = 8;

    /** Steps of frequency from zero to the Nyquist frequency. */
    static final int FREQUENCY_STEPS = Spectrogram.BINS * STEPS_PER_BIN;

    private final int[] frames;
    private final short[] frequencies;
    private final int length;

    /**
     * A constellation.
     *
     * @param frames the frame of each peak, rising
     * @param frequencies the frequency of each peak, in steps
     * @param length frames of the whole recording
     */
    Constellation(int[] frames, short[] frequencies, int length) {
        if (frames.length != frequencies.length) {
            throw new IllegalArgumentException("each peak has a frame and a frequency");
        }
        this.frames = frames;
        this.frequencies = frequencies;
        this.length = length;
    }

    /** How many peaks there are; 0 for silence. */
    int peaks() {
        return frames.length;
    }

    /** Frames of the whole recording. */
    int length() {
        return length;
    }

    int frame(int peak) {
        return frames[peak];
    }

    int frequency(int peak) {
        return frequencies[peak];
    }

    /** Frequency of a peak, in hertz. */
    double hertzOf(int peak) {
        return frequencies[peak] * ((double) BandSignal.SAMPLE_RATE / Spectrogram.N_FFT / STEPS_PER_BIN);
    }

    /** The first peak at or after a frame; {@link #peaks()} when there is none. */
    int firstFrom(int frame) {
        int low = 0;
        int high = frames.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames[middle] < frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The part from a frame up to another. */
    Constellation slice(int from, int to) {
        int first = firstFrom(from);
        int end = firstFrom(to);
        int[] sliced = new int[end - first];
        for (int i = 0; i < sliced.length; i++) {
            sliced[i] = frames[first + i] - from;
        }
        return new Constellation(sliced, Arrays.copyOfRange(frequencies, first, end), to - from);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Constellation that
                && length == that.length
                && Arrays.equals(frames, that.frames)
                && Arrays.equals(frequencies, that.frequencies);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(frames) + Arrays.hashCode(frequencies);
    }
}
