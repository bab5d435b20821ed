package org.hathor.audio.spectrum;

import java.util.Arrays;

/**
 * The distance between peaks and valleys in seven bands an octave wide: high where notes stand out, low in noise.
 *
 * <p>Of each band the mean of the strongest and of the weakest fiftieth of its bins (at least one) are compared, in
 * decibels; as librosa's {@code spectral_contrast} with its defaults. Source: D.-N. Jiang et al., "Music type
 * classification by spectral contrast feature", ICME 2002.
 */
public final class SpectralContrast {
    /** Below 200 Hz, and six octaves above. */
    public static final int BANDS = 7;

    private static final double LOWEST_EDGE_HERTZ = 200;
    private static final double QUANTILE = 0.02;

    /** The bins of a band, and how many count as its peak and as its valley. */
    private record Band(int from, int to, int extreme) {}

    private SpectralContrast() {}

    /**
     * The contrast in decibels: {@code float[frames][7]}, at least 0 but for the two sides being limited to 80 dB each.
     *
     * @throws IllegalArgumentException when the highest band would begin above half the sample rate
     */
    public static float[][] of(FrameSource source) {
        Band[] bands = bands(source);
        float[][] peak = new float[source.frames()][BANDS];
        float[][] valley = new float[source.frames()][BANDS];
        source.forEachFrame((t, power) -> {
            for (int b = 0; b < BANDS; b++) {
                valley[t][b] = (float) meanOfWeakest(power, bands[b]);
                peak[t][b] = (float) meanOfStrongest(power, bands[b]);
            }
        });
        float[][] contrast = Decibels.ofPower(peak);
        float[][] below = Decibels.ofPower(valley);
        for (int t = 0; t < contrast.length; t++) {
            for (int b = 0; b < BANDS; b++) {
                contrast[t][b] -= below[t][b];
            }
        }
        return contrast;
    }

    /** A band reaches one bin below its lower edge; what counts as extreme is a share of it with both edges. */
    private static Band[] bands(FrameSource source) {
        Band[] bands = new Band[BANDS];
        int bins = source.bins();
        for (int b = 0; b < BANDS; b++) {
            double low = b == 0 ? 0 : LOWEST_EDGE_HERTZ * Math.pow(2, b - 1);
            double high = LOWEST_EDGE_HERTZ * Math.pow(2, b);
            if (low >= source.sampleRate() / 2.0) {
                throw new IllegalArgumentException("sampleRate %d is too low: the band above %.0f Hz has no bins"
                        .formatted(source.sampleRate(), low));
            }
            int from = 0;
            while (source.frequency(from) < low) {
                from++;
            }
            int to = from;
            while (to < bins && source.frequency(to) <= high) {
                to++;
            }
            boolean last = b == BANDS - 1;
            from = Math.max(0, b == 0 ? from : from - 1);
            to = last ? bins : to;
            int extreme = (int) Math.max(1, Math.rint(QUANTILE * (to - from)));
            bands[b] = new Band(from, last ? to : to - 1, extreme);
        }
        return bands;
    }

    private static double meanOfStrongest(float[] power, Band band) {
        float[] strongest = new float[band.extreme()];
        for (int k = band.from(); k < band.to(); k++) {
            if (power[k] > strongest[0]) {
                int place = 0;
                while (place + 1 < strongest.length && strongest[place + 1] < power[k]) {
                    strongest[place] = strongest[place + 1];
                    place++;
                }
                strongest[place] = power[k];
            }
        }
        return meanMagnitude(strongest);
    }

    private static double meanOfWeakest(float[] power, Band band) {
        float[] weakest = new float[band.extreme()];
        Arrays.fill(weakest, Float.POSITIVE_INFINITY);
        for (int k = band.from(); k < band.to(); k++) {
            if (power[k] < weakest[0]) {
                int place = 0;
                while (place + 1 < weakest.length && weakest[place + 1] > power[k]) {
                    weakest[place] = weakest[place + 1];
                    place++;
                }
                weakest[place] = power[k];
            }
        }
        return meanMagnitude(weakest);
    }

    private static double meanMagnitude(float[] powers) {
        double sum = 0;
        for (float power : powers) {
            sum += Math.sqrt(power);
        }
        return sum / powers.length;
    }
}
