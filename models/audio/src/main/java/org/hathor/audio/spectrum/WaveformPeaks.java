package org.hathor.audio.spectrum;

import java.util.ArrayList;
import java.util.List;

/**
 * A signal's outline for drawing: the lowest and the highest sample under each pixel.
 *
 * @param samplesPerPixel samples under one pixel; the last may have fewer
 * @param lowest one value a pixel, in the signal's unit
 * @param highest one value a pixel, in the signal's unit
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn, never compared.
public record WaveformPeaks(int samplesPerPixel, float[] lowest, float[] highest) {
    /**
     * @param y the signal
     * @param samplesPerPixel at least 1
     */
    public static WaveformPeaks of(float[] y, int samplesPerPixel) {
        SignalCheck.requireSignal(y, "y");
        if (samplesPerPixel < 1) {
            throw new IllegalArgumentException("samplesPerPixel must be at least 1, not " + samplesPerPixel);
        }
        return gather(y, y, samplesPerPixel, samplesPerPixel);
    }

    /**
     * The same signal at several zooms, finest first, each so many times coarser than the one before.
     *
     * @param y the signal
     * @param samplesPerPixel of the finest, at least 1
     * @param factor from one to the next, at least 2
     * @param levels how many, at least 1
     */
    public static List<WaveformPeaks> zooms(float[] y, int samplesPerPixel, int factor, int levels) {
        if (levels < 1) {
            throw new IllegalArgumentException("levels must be at least 1, not " + levels);
        }
        List<WaveformPeaks> zooms = new ArrayList<>();
        zooms.add(of(y, samplesPerPixel));
        while (zooms.size() < levels) {
            zooms.add(zooms.get(zooms.size() - 1).coarser(factor));
        }
        return List.copyOf(zooms);
    }

    /** So many neighbouring pixels made one. */
    public WaveformPeaks coarser(int factor) {
        if (factor < 2) {
            throw new IllegalArgumentException("factor must be at least 2, not " + factor);
        }
        return gather(lowest, highest, factor, Math.multiplyExact(samplesPerPixel, factor));
    }

    /** How many pixels. */
    public int pixels() {
        return lowest.length;
    }

    private static WaveformPeaks gather(float[] low, float[] high, int step, int samplesPerPixel) {
        int pixels = (int) (((long) low.length + step - 1) / step);
        float[] lowest = new float[pixels];
        float[] highest = new float[pixels];
        for (int p = 0; p < pixels; p++) {
            int from = p * step;
            int to = (int) Math.min(low.length, (long) from + step);
            float least = low[from];
            float most = high[from];
            for (int i = from + 1; i < to; i++) {
                least = Math.min(least, low[i]);
                most = Math.max(most, high[i]);
            }
            lowest[p] = least;
            highest[p] = most;
        }
        return new WaveformPeaks(samplesPerPixel, lowest, highest);
    }
}
