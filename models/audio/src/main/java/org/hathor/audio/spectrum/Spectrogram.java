package org.hathor.audio.spectrum;

/**
 * The power |X|² of a short-time Fourier transform: {@code frames} × {@code bins}, in squared units of the signal.
 *
 * <p>Immutable; made by {@link Stft#power}. Kept bin by bin, which is how filter banks read it.
 */
public final class Spectrogram {
    /** Frames turned over together, so that both sides stay in the cache. */
    private static final int TILE = 16;

    private final StftSettings settings;
    private final int sampleRate;
    private final int frames;
    private final float[][] rows;

    /** An empty one, to be filled by {@link #fill}. */
    Spectrogram(StftSettings settings, int sampleRate, int frames) {
        this.settings = settings;
        this.sampleRate = sampleRate;
        this.frames = frames;
        this.rows = new float[settings.bins()][frames];
    }

    /** Takes what is read of one frame. */
    @FunctionalInterface
    public interface FrameReader {
        /**
         * @param frame its number
         * @param power one value a bin; overwritten after the call
         */
        void read(int frame, float[] power);
    }

    /** How it was made. */
    public StftSettings settings() {
        return settings;
    }

    /** Samples a second of the signal. */
    public int sampleRate() {
        return sampleRate;
    }

    /** How many frames. */
    public int frames() {
        return frames;
    }

    /** How many bins in a frame. */
    public int bins() {
        return settings.bins();
    }

    /** Frames a second. */
    public double frameRate() {
        return (double) sampleRate / settings.hopLength();
    }

    /** The frequency of a bin's middle, in hertz. */
    public double frequency(int bin) {
        return settings.frequency(bin, sampleRate);
    }

    /** Reads every frame in order. */
    public void forEachFrame(FrameReader reader) {
        float[][] tile = new float[TILE][bins()];
        for (int first = 0; first < frames; first += TILE) {
            int count = Math.min(TILE, frames - first);
            for (int k = 0; k < rows.length; k++) {
                for (int t = 0; t < count; t++) {
                    tile[t][k] = rows[k][first + t];
                }
            }
            for (int t = 0; t < count; t++) {
                reader.read(first + t, tile[t]);
            }
        }
    }

    /**
     * Copies the powers of one frame into an array of at least {@link #bins()}; of all, {@link #forEachFrame} is
     * faster.
     */
    public void copyFrame(int frame, float[] into) {
        for (int k = 0; k < rows.length; k++) {
            into[k] = rows[k][frame];
        }
    }

    /** A copy: {@code float[frames][bins]}. */
    public float[][] toArray() {
        float[][] copy = new float[frames][];
        forEachFrame((t, power) -> copy[t] = power.clone());
        return copy;
    }

    /** Stores some frames. */
    void fill(int firstFrame, int count, double[][] power, int fromBin, int toBin) {
        for (int k = fromBin; k < toBin; k++) {
            float[] row = rows[k];
            double[] from = power[k];
            for (int l = 0; l < count; l++) {
                row[firstFrame + l] = (float) from[l];
            }
        }
    }

    /** The powers of one bin in every frame; not a copy. */
    float[] row(int bin) {
        return rows[bin];
    }
}
