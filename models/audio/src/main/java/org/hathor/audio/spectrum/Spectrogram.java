package org.hathor.audio.spectrum;

/**
 * The power |X|² of a short-time Fourier transform: {@code frames} × {@code bins}, in squared units of the signal.
 *
 * <p>Immutable; made by {@link Stft#power}. Kept in blocks of frames side by side, bin by bin, which is how filter
 * banks read it.
 */
public final class Spectrogram {
    /** Frames turned over together, so that both sides stay in the cache. */
    private static final int TILE = 16;

    private final StftSettings settings;
    private final int sampleRate;
    private final int frames;
    private final int lanes;
    private final float[][][] blocks;

    /** An empty one, to be filled by {@link #fill}. */
    Spectrogram(StftSettings settings, int sampleRate, int frames) {
        this.settings = settings;
        this.sampleRate = sampleRate;
        this.frames = frames;
        this.lanes = PowerFrames.lanes(settings.nFft(), frames);
        this.blocks = new float[(frames + lanes - 1) / lanes][settings.bins()][];
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
        for (int block = 0; block < blocks.length; block++) {
            int first = block * lanes;
            int filled = Math.min(lanes, frames - first);
            for (int from = 0; from < filled; from += TILE) {
                int count = Math.min(TILE, filled - from);
                turn(blocks[block], from, count, tile);
                for (int t = 0; t < count; t++) {
                    reader.read(first + from + t, tile[t]);
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
        float[][] rows = blocks[frame / lanes];
        for (int k = 0; k < rows.length; k++) {
            into[k] = rows[k][frame % lanes];
        }
    }

    /** A copy: {@code float[frames][bins]}. */
    public float[][] toArray() {
        float[][] copy = new float[frames][];
        forEachFrame((t, power) -> copy[t] = power.clone());
        return copy;
    }

    /** Stores some bins of a block of frames. */
    void fill(int firstFrame, int count, double[][] power, int fromBin, int toBin) {
        float[][] rows = blocks[firstFrame / lanes];
        for (int k = fromBin; k < toBin; k++) {
            double[] from = power[k];
            float[] row = new float[from.length];
            for (int l = 0; l < row.length; l++) {
                row[l] = (float) from[l];
            }
            rows[k] = row;
        }
    }

    /** How many blocks. */
    int blocks() {
        return blocks.length;
    }

    /** Frames in a block; in the last one what is beyond {@link #frames()} means nothing. */
    int lanes() {
        return lanes;
    }

    /** The powers of a block: {@code [bins][lanes]}; not a copy. */
    float[][] block(int block) {
        return blocks[block];
    }
}
