package org.hathor.audio.fingerprint;

import java.util.Arrays;

/**
 * A recording's constellation: the places in its spectrogram that stand out from their surroundings, in order of time
 * and, within a frame, of frequency. Level plays no part in it.
 */
public final class Fingerprint {
    /** Of the constellation's making and of its bytes: with another version nothing can be compared. */
    public static final int VERSION = 1;

    /** Frames a second. */
    public static final double FRAMES_PER_SECOND = (double) BandSignal.SAMPLE_RATE / PeakFinder.HOP_LENGTH;

    /** Steps of frequency in one bin of the spectrum. */
    static final int STEPS_PER_BIN = 8;

    /** Steps of frequency from zero to the Nyquist frequency. */
    static final int FREQUENCY_STEPS = PeakFinder.BINS * STEPS_PER_BIN;

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
    Fingerprint(int[] frames, short[] frequencies, int length) {
        if (frames.length != frequencies.length) {
            throw new IllegalArgumentException("each peak has a frame and a frequency");
        }
        this.frames = frames;
        this.frequencies = frequencies;
        this.length = length;
    }

    /** How many peaks there are; 0 for silence. */
    public int peaks() {
        return frames.length;
    }

    /** Length of the recording in seconds. */
    public double seconds() {
        return length / FRAMES_PER_SECOND;
    }

    /** Seconds from the recording's start to a peak. */
    public double secondsOf(int peak) {
        return frames[peak] / FRAMES_PER_SECOND;
    }

    /** Frequency of a peak, in hertz. */
    public double hertzOf(int peak) {
        return frequencies[peak] * ((double) BandSignal.SAMPLE_RATE / PeakFinder.N_FFT / STEPS_PER_BIN);
    }

    /** As bytes, to be kept: magic, version, peaks, checksum. */
    public byte[] toBytes() {
        return FingerprintCodec.encode(this);
    }

    /**
     * From bytes that were kept.
     *
     * @throws FingerprintFormatException when they are damaged, of another version, or no fingerprint
     */
    public static Fingerprint ofBytes(byte[] bytes) {
        return FingerprintCodec.decode(bytes);
    }

    /** The part from a frame up to another. */
    Fingerprint slice(int from, int to) {
        int first = firstFrom(from);
        int end = firstFrom(to);
        int[] sliced = new int[end - first];
        for (int i = 0; i < sliced.length; i++) {
            sliced[i] = frames[first + i] - from;
        }
        return new Fingerprint(sliced, Arrays.copyOfRange(frequencies, first, end), to - from);
    }

    int length() {
        return length;
    }

    int frame(int peak) {
        return frames[peak];
    }

    int frequency(int peak) {
        return frequencies[peak];
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that
                && length == that.length
                && Arrays.equals(frames, that.frames)
                && Arrays.equals(frequencies, that.frequencies);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(frames) + Arrays.hashCode(frequencies);
    }

    @Override
    public String toString() {
        return "Fingerprint[%d peaks, %.1f s]".formatted(peaks(), seconds());
    }
}
