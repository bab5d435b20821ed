package org.hathor.audio.spectrum;

import java.util.List;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Computes the power of a signal's frames, as many at once as fit the cache. Has working memory: one thread at a time.
 */
final class PowerFrames {
    /**
     * Bytes of a row with its header are then a power of two, and every row begins at the same place of a cache line.
     */
    private static final int[] LANES = {126, 62, 30, 14};

    /** Values of a transform that fit the cache. */
    private static final int CACHED_VALUES = 1 << 18;

    /** Bins of which all lanes fit the nearest cache. */
    private static final int BINS_AT_HAND = 16;

    private final StftSettings settings;
    private final double[] window;
    private final int lanes;
    private final FrameColumns columns;
    private final LaneFft fast;
    private final DoubleFFT_1D general;

    /**
     * @param settings of the transform
     * @param frames about as many as there will be
     */
    PowerFrames(StftSettings settings, int frames) {
        this.settings = settings;
        this.window = settings.paddedWindow();
        this.lanes = lanes(settings.nFft(), frames);
        boolean isFast = Integer.bitCount(settings.nFft()) == 1 && settings.nFft() >= 8;
        this.columns = new FrameColumns(settings, lanes);
        this.fast = isFast ? new LaneFft(window, lanes) : null;
        this.general = isFast ? null : new DoubleFFT_1D(settings.nFft());
    }

    /** Whether it suits that many frames. */
    boolean suits(int frames) {
        return lanes == lanes(settings.nFft(), frames);
    }

    /** Hands the power of all frames to the consumers, in order. */
    void run(float[] y, List<PowerConsumer> consumers) {
        int frames = settings.frames(y.length);
        for (int first = 0; first < frames; first += lanes) {
            int count = Math.min(lanes, frames - first);
            columns.read(y, settings.start(first), count, settings.padMode());
            double[][] power = fast != null ? fast.power(columns) : generalPower(count);
            requireFinite(y, power[1], count);
            hand(consumers, first, count, power);
        }
    }

    private static void hand(List<PowerConsumer> consumers, int first, int count, double[][] power) {
        for (int bin = 0; bin < power.length; bin += BINS_AT_HAND) {
            int toBin = Math.min(power.length, bin + BINS_AT_HAND);
            for (PowerConsumer consumer : consumers) {
                consumer.accept(first, count, power, bin, toBin);
            }
        }
        for (PowerConsumer consumer : consumers) {
            consumer.finish(first, count, power);
        }
    }

    /** A sample that is not finite leaves no bin of its frames finite: one bin tells whether to look for it. */
    private static void requireFinite(float[] y, double[] bin, int count) {
        for (int l = 0; l < count; l++) {
            if (!Double.isFinite(bin[l])) {
                SignalCheck.requireFinite(y, "y");
            }
        }
    }

    private double[][] generalPower(int count) {
        int nFft = settings.nFft();
        double[][] samples = new double[nFft][lanes];
        for (int n = 0; n < nFft; n++) {
            columns.copy(n, samples[n]);
        }
        double[][] power = new double[settings.bins()][lanes];
        double[] frame = new double[nFft];
        for (int l = 0; l < count; l++) {
            for (int n = 0; n < nFft; n++) {
                frame[n] = samples[n][l] * window[n];
            }
            general.realForward(frame);
            power[0][l] = frame[0] * frame[0];
            power[nFft / 2][l] = frame[1] * frame[1];
            for (int k = 1; k < nFft / 2; k++) {
                power[k][l] = frame[2 * k] * frame[2 * k] + frame[2 * k + 1] * frame[2 * k + 1];
            }
        }
        return power;
    }

    /** Frames taken side by side. */
    static int lanes(int nFft, int frames) {
        int chosen = LANES[LANES.length - 1];
        for (int candidate : LANES) {
            boolean fits = (long) candidate * nFft <= CACHED_VALUES;
            boolean filled = candidate <= frames;
            if (fits && filled) {
                return candidate;
            }
        }
        return chosen;
    }
}
