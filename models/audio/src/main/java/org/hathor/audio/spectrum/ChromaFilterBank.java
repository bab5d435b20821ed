package org.hathor.audio.spectrum;

/**
 * Twelve filters, C to B, each a bell around its note in every octave, weighted towards the middle of the keyboard.
 *
 * <p>Source: D. P. W. Ellis, "Chroma feature analysis and synthesis" (2007), as librosa's {@code filters.chroma}: a
 * Gaussian of half a semitone, columns of unit length, octaves weighted by a Gaussian of two octaves around the fifth.
 * Immutable.
 */
public final class ChromaFilterBank {
    /** Pitch classes in an octave; the first is C. */
    public static final int CHROMA = 12;

    private static final double CENTRE_OCTAVE = 5;
    private static final double OCTAVE_WIDTH = 2;

    private static final double LEAST_EXPONENT = -50;

    private final DenseFilters filters;

    private ChromaFilterBank(DenseFilters filters) {
        this.filters = filters;
    }

    /**
     * @param sampleRate in hertz
     * @param nFft samples of a transform
     * @param tuning how far from A = 440 Hz, in semitones, from {@link Tuning}
     */
    public static ChromaFilterBank of(int sampleRate, int nFft, double tuning) {
        SignalCheck.requireSampleRate(sampleRate);
        int bins = nFft / 2 + 1;
        double[] semitone = semitones(sampleRate, nFft, bins + 1, tuning);
        double[][] weights = new double[CHROMA][bins];
        double[] column = new double[CHROMA];
        for (int k = 0; k < bins; k++) {
            double width = k == nFft - 1 ? 1 : Math.max(1, semitone[k + 1] - semitone[k]);
            double squares = 0;
            for (int c = 0; c < CHROMA; c++) {
                double apart = semitone[k] - c;
                double distance = apart - CHROMA * Math.rint(apart / CHROMA);
                double scaled = 2 * distance / width;
                double exponent = -0.5 * scaled * scaled;
                column[c] = exponent < LEAST_EXPONENT ? 0 : Math.exp(exponent);
                squares += column[c] * column[c];
            }
            double octaves = (semitone[k] / CHROMA - CENTRE_OCTAVE) / OCTAVE_WIDTH;
            double scale = Math.exp(-0.5 * octaves * octaves) / Math.sqrt(squares);
            for (int c = 0; c < CHROMA; c++) {
                // Semitones are counted from A; the filters begin with C.
                weights[Math.floorMod(c - 3, CHROMA)][k] = column[c] * scale;
            }
        }
        return new ChromaFilterBank(new DenseFilters(weights));
    }

    /** A copy of the weights: {@code double[12][bins]}. */
    public double[][] weights() {
        double[][] copy = new double[CHROMA][filters.bins()];
        for (int c = 0; c < CHROMA; c++) {
            for (int k = 0; k < copy[c].length; k++) {
                copy[c][k] = filters.weight(c, k);
            }
        }
        return copy;
    }

    /**
     * The chromagram: {@code float[frames][12]}, each frame divided by its largest (silence stays 0), so in [0, 1].
     *
     * @throws IllegalArgumentException when the spectrogram has other bins than the filters
     */
    public float[][] apply(Spectrogram spectrogram) {
        float[][] chroma = filters.weigh(spectrogram.requireBins(filters.bins()));
        for (float[] frame : chroma) {
            normalize(frame);
        }
        return chroma;
    }

    private static void normalize(float[] frame) {
        float largest = 0;
        for (float value : frame) {
            largest = Math.max(largest, value);
        }
        if (largest >= Float.MIN_NORMAL) {
            for (int c = 0; c < frame.length; c++) {
                frame[c] /= largest;
            }
        }
    }

    /** Semitones above A 27.5 Hz of each bin; the bin at zero is put an octave and a half below the first. */
    private static double[] semitones(int sampleRate, int nFft, int count, double tuning) {
        double lowestA = 440.0 * Math.pow(2, tuning / CHROMA) / 16;
        double[] semitones = new double[count];
        for (int k = 1; k < count; k++) {
            double hertz = (double) sampleRate * k / nFft;
            semitones[k] = CHROMA * (Math.log(hertz / lowestA) / Math.log(2));
        }
        semitones[0] = semitones[1] - 1.5 * CHROMA;
        return semitones;
    }
}
