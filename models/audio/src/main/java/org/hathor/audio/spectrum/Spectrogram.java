package org.hathor.audio.spectrum;

/**
 * The power |X|² of a short-time Fourier transform: {@code frames} × {@code bins}, in squared units of the signal.
 *
 * <p>Immutable; made by {@link Stft#power}. Kept in single precision, in which it is computed.
 */
public final class Spectrogram implements FrameSource {
    /** Frames read together, so that their bins stay in the cache. */
    private static final int TILE = 16;

    private final StftSettings settings;
    private final int sampleRate;
    private final FrameBlocks power;

    /** An empty one, to be filled block by block. */
    Spectrogram(StftSettings settings, int sampleRate, int frames) {
        this.settings = settings;
        this.sampleRate = sampleRate;
        this.power = new FrameBlocks(settings.bins(), frames, PowerFrames.lanes(settings.nFft(), frames));
    }

    @Override
    public StftSettings settings() {
        return settings;
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public int frames() {
        return power.frames();
    }

    @Override
    public void forEachFrame(FrameReader reader) {
        float[][] tile = new float[TILE][bins()];
        for (int b = 0; b < power.size(); b++) {
            for (int from = 0; from < power.count(b); from += TILE) {
                int count = Math.min(TILE, power.count(b) - from);
                turn(power.block(b), from, count, tile);
                for (int t = 0; t < count; t++) {
                    reader.read(power.first(b) + from + t, tile[t]);
                }
            }
        }
    }

    private static void turn(float[][] rows, int from, int count, float[][] tile) {
        for (int k = 0; k < rows.length; k++) {
            for (int t = 0; t < count; t++) {
                tile[t][k] = rows[k][from + t];
            }
        }
    }

    /**
     * Copies the powers of one frame into an array of at least {@link #bins()}; of all, {@link #forEachFrame} is
     * faster.
     */
    public void copyFrame(int frame, float[] into) {
        for (int k = 0; k < bins(); k++) {
            into[k] = power.at(frame, k);
        }
    }

    /** A copy: {@code float[frames][bins]}. */
    public float[][] toArray() {
        return power.toFrames();
    }

    /** The powers, not a copy. */
    FrameBlocks power() {
        return power;
    }

    /**
     * The powers, for filters of so many bins.
     *
     * @throws IllegalArgumentException when the spectrogram has other bins
     */
    FrameBlocks requireBins(int filterBins) {
        if (filterBins != bins()) {
            throw new IllegalArgumentException(
                    "spectrogram has %d bins, the filters are for %d".formatted(bins(), filterBins));
        }
        return power;
    }
}
