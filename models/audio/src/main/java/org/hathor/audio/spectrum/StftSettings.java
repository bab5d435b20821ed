package org.hathor.audio.spectrum;

import java.util.Objects;

/**
 * How a signal is cut into frames and weighted; names and defaults are librosa's.
 *
 * @param nFft samples a transform takes, even
 * @param hopLength samples from one frame to the next
 * @param winLength samples the window covers, in the middle of the frame; at most {@code nFft}
 * @param window the window
 * @param framing whether frames are centred on their instants
 * @param padMode what surrounds the signal when they are
 */
public record StftSettings(int nFft, int hopLength, int winLength, Window window, Framing framing, PadMode padMode) {
    /** librosa's: 2048, 512, Hann, centred, surrounded by silence. */
    public static final StftSettings DEFAULT = of(2048, 512);

    public StftSettings {
        if (nFft < 2 || nFft % 2 != 0) {
            throw new IllegalArgumentException("nFft must be even and at least 2, not " + nFft);
        }
        if (hopLength < 1) {
            throw new IllegalArgumentException("hopLength must be at least 1, not " + hopLength);
        }
        if (winLength < 1 || winLength > nFft) {
            throw new IllegalArgumentException(
                    "winLength must be between 1 and nFft (%d), not %d".formatted(nFft, winLength));
        }
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(framing, "framing");
        Objects.requireNonNull(padMode, "padMode");
    }

    /** Those lengths, and librosa's defaults for the rest. */
    public static StftSettings of(int nFft, int hopLength) {
        return new StftSettings(nFft, hopLength, nFft, Window.HANN, Framing.CENTERED, PadMode.CONSTANT);
    }

    /** The same with another framing. */
    public StftSettings withFraming(Framing other) {
        return new StftSettings(nFft, hopLength, winLength, window, other, padMode);
    }

    /** The same with another window. */
    public StftSettings withWindow(Window other) {
        return new StftSettings(nFft, hopLength, winLength, other, framing, padMode);
    }

    /** The same with other surroundings. */
    public StftSettings withPadMode(PadMode other) {
        return new StftSettings(nFft, hopLength, winLength, window, framing, other);
    }

    /** The same with a window of another length. */
    public StftSettings withWinLength(int other) {
        return new StftSettings(nFft, hopLength, other, window, framing, padMode);
    }

    /** Bins of a spectrum, zero and the Nyquist frequency among them: {@code nFft / 2 + 1}. */
    public int bins() {
        return nFft / 2 + 1;
    }

    /**
     * Frames of a signal.
     *
     * @throws IllegalArgumentException when it is shorter than one uncentred frame
     */
    public int frames(int samples) {
        if (framing == Framing.CENTERED) {
            return 1 + samples / hopLength;
        }
        if (samples < nFft) {
            throw new IllegalArgumentException(
                    "y has %d samples, fewer than one uncentred frame of nFft = %d".formatted(samples, nFft));
        }
        return 1 + (samples - nFft) / hopLength;
    }

    /** The position of a frame's first sample; negative where the frame begins in the padding. */
    int start(int frame) {
        return frame * hopLength - (framing == Framing.CENTERED ? nFft / 2 : 0);
    }

    /** The frequency of a bin's middle, in hertz. */
    public double frequency(int bin, int sampleRate) {
        return (double) bin * sampleRate / nFft;
    }

    /** The window as wide as a transform: its values in the middle, zeros around them. */
    double[] paddedWindow() {
        double[] padded = new double[nFft];
        double[] values = window.coefficients(winLength);
        System.arraycopy(values, 0, padded, (nFft - winLength) / 2, winLength);
        return padded;
    }
}
