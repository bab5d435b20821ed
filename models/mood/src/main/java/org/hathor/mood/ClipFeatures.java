package org.hathor.mood;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Classical features of a clip, from its log-mel spectrogram alone: what a linear model is given, as the control that a
 * network must beat.
 *
 * <p>For each of 13 cepstral coefficients (Davis and Mermelstein, 1980) mean and standard deviation over time; for
 * level, spectral centroid (in bands) and flux (mean rise of a band, in decibels a frame) mean, standard deviation and
 * the 10th, 50th and 90th percentile; and how many frames a second are peaks of the flux.
 *
 * @param values one number for each of {@link #names()}
 */
@SuppressWarnings("ArrayRecordComponent") // A row for a model, never compared.
public record ClipFeatures(double[] values) {
    private static final int CEPSTRA = 13;
    private static final double[] QUANTILES = {0.1, 0.5, 0.9};

    /** A peak of the flux is this many decibels above the mean. */
    private static final double PEAK_DB = 1;

    /** How many features there are. */
    public static final int COUNT = 2 * CEPSTRA + 3 * 5 + 1;

    public ClipFeatures {
        if (values.length != COUNT) {
            throw new IllegalArgumentException("%d features are needed, not %d".formatted(COUNT, values.length));
        }
    }

    /** The features' names, in order. */
    public static List<String> names() {
        return IntStream.range(0, COUNT).mapToObj(ClipFeatures::name).toList();
    }

    private static String name(int index) {
        if (index < 2 * CEPSTRA) {
            return "cepstrum_%d_%s".formatted(index / 2, index % 2 == 0 ? "mean" : "deviation");
        }
        if (index == COUNT - 1) {
            return "flux_peaks_a_second";
        }
        String[] tracks = {"level", "centroid", "flux"};
        String[] measures = {"mean", "deviation", "p10", "p50", "p90"};
        int rest = index - 2 * CEPSTRA;
        return tracks[rest / 5] + '_' + measures[rest % 5];
    }

    /** Measures a spectrogram. */
    public static ClipFeatures of(LogMel logMel) {
        int frames = logMel.frames();
        double[][] cepstra = new double[CEPSTRA][frames];
        double[] level = new double[frames];
        double[] centroid = new double[frames];
        double[] flux = new double[frames];
        for (int t = 0; t < frames; t++) {
            double power = 0;
            double moment = 0;
            for (int b = 0; b < LogMel.BANDS; b++) {
                double db = logMel.decibels(t, b);
                double linear = Math.pow(10, db / 10);
                power += linear;
                moment += b * linear;
                flux[t] += t == 0 ? 0 : Math.max(0, db - logMel.decibels(t - 1, b)) / LogMel.BANDS;
                for (int c = 0; c < CEPSTRA; c++) {
                    cepstra[c][t] += db * COSINES[c][b];
                }
            }
            level[t] = 10 * Math.log10(power);
            centroid[t] = moment / power;
        }
        double[] values = new double[COUNT];
        int at = 0;
        for (double[] cepstrum : cepstra) {
            values[at++] = Statistics.mean(cepstrum);
            values[at++] = Statistics.deviation(cepstrum);
        }
        for (double[] track : new double[][] {level, centroid, flux}) {
            values[at++] = Statistics.mean(track);
            values[at++] = Statistics.deviation(track);
            double[] sorted = track.clone();
            Arrays.sort(sorted);
            for (double q : QUANTILES) {
                values[at++] = sorted[(int) Math.round(q * (frames - 1))];
            }
        }
        values[at] = peaks(flux) / logMel.seconds();
        return new ClipFeatures(values);
    }

    private static final double[][] COSINES = cosines();

    private static double[][] cosines() {
        double[][] cosines = new double[CEPSTRA][LogMel.BANDS];
        for (int c = 0; c < CEPSTRA; c++) {
            for (int b = 0; b < LogMel.BANDS; b++) {
                double norm = Math.sqrt((c == 0 ? 1.0 : 2.0) / LogMel.BANDS);
                cosines[c][b] = norm * Math.cos(Math.PI * c * (b + 0.5) / LogMel.BANDS);
            }
        }
        return cosines;
    }

    private static double peaks(double[] flux) {
        double floor = Statistics.mean(flux) + PEAK_DB;
        int peaks = 0;
        for (int t = 1; t < flux.length - 1; t++) {
            peaks += flux[t] > floor && flux[t] > flux[t - 1] && flux[t] >= flux[t + 1] ? 1 : 0;
        }
        return peaks;
    }
}
