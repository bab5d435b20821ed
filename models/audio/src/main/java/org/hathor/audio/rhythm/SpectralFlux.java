package org.hathor.audio.rhythm;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * How much louder a spectrum gets, a hundred times a second, over five regions of pitch: where notes and hits begin.
 *
 * <p>SuperFlux of Böck and Widmer, "Maximum filter vibrato suppression for onset detection", DAFx 2013: magnitudes in
 * bands of a semitone, logarithm, the rise over the loudest of the neighbouring bands two frames before (so that
 * vibrato is no rise), negative values dropped. Magnitudes are taken relative to the loudest band of the recording, so
 * its level has no influence.
 *
 * @param regions {@code float[frames][REGIONS]}, mean rise of a band in each region, at least 0, no unit
 * @param steepest {@code float[frames][REGIONS]}, rise of the band in each region that rises most
 * @param framesPerSecond frames a second, close to 100; frame {@code t} is centred on {@code t / framesPerSecond} s
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers are handed on, never compared.
record SpectralFlux(float[][] regions, float[][] steepest, double framesPerSecond) {
    /** Bass and kick, low mids, mids, presence, cymbals. */
    static final int REGIONS = 5;

    /** Upper edges of the regions, Hz. */
    private static final double[] EDGES = {150, 500, 2000, 5000, 11_000};

    private static final double HOP_SECONDS = 0.01;
    private static final double WINDOW_SECONDS = 0.0464;
    private static final double LOWEST_HZ = 30;
    private static final int BANDS_PER_OCTAVE = 12;
    /** How far below the loudest band a rise still counts: 1 / COMPRESSION, 54 dB. */
    private static final float COMPRESSION = 500;
    /** Frames back that the rise is measured over: half a window. */
    private static final int LAG = 2;
    /** Bands on either side that a voice may slide over without making an onset. */
    private static final int REACH = 1;
    /** Below this magnitude of a band nothing is heard: 24-bit dither. */
    private static final float SILENCE = 1e-6f;

    /**
     * @param samples in [-1, 1]
     * @param sampleRate in hertz
     * @throws IllegalArgumentException when a sample is not finite
     */
    static SpectralFlux of(float[] samples, int sampleRate) {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new IllegalArgumentException("sample " + i + " is " + samples[i]);
            }
        }
        int hop = Math.max(1, (int) Math.round(sampleRate * HOP_SECONDS));
        int window = Math.max(64, Integer.highestOneBit((int) Math.round(sampleRate * WINDOW_SECONDS * Math.sqrt(2))));
        float[][] bands = logBands(samples, sampleRate, hop, window);
        int[] regionOf = regionOf(sampleRate, window);
        float[] share = new float[REGIONS];
        for (int region : regionOf) {
            share[region]++;
        }
        float[][] regions = new float[bands.length][REGIONS];
        float[][] steepest = new float[bands.length][REGIONS];
        for (int t = LAG; t < bands.length; t++) {
            rises(bands[t], bands[t - LAG], regionOf, share, regions[t], steepest[t]);
        }
        return new SpectralFlux(regions, steepest, (double) sampleRate / hop);
    }

    int frames() {
        return regions.length;
    }

    /** One curve from all regions, by the given weights. */
    float[] weighted(float... weights) {
        float[] curve = new float[regions.length];
        for (int t = 0; t < curve.length; t++) {
            for (int r = 0; r < REGIONS; r++) {
                curve[t] += weights[r] * regions[t][r];
            }
        }
        return curve;
    }

    private static float[][] logBands(float[] samples, int sampleRate, int hop, int window) {
        TriangularBands filters =
                TriangularBands.between(LOWEST_HZ, EDGES[REGIONS - 1], BANDS_PER_OCTAVE, sampleRate, window);
        float[] shape = new float[window];
        for (int i = 0; i < window; i++) {
            shape[i] = (float) ((0.5 - 0.5 * Math.cos(2 * Math.PI * i / window)) * 2 / window);
        }
        FloatFFT_1D fft = new FloatFFT_1D(window);
        float[][] bands = new float[samples.length == 0 ? 0 : 1 + samples.length / hop][];
        float[] frame = new float[window];
        float[] magnitudes = new float[window / 2 + 1];
        float loudest = 0;
        for (int t = 0; t < bands.length; t++) {
            int start = t * hop - window / 2;
            for (int i = 0; i < window; i++) {
                int at = start + i;
                frame[i] = at < 0 || at >= samples.length ? 0 : samples[at] * shape[i];
            }
            fft.realForward(frame);
            magnitudes[0] = Math.abs(frame[0]);
            magnitudes[window / 2] = Math.abs(frame[1]);
            for (int k = 1; k < window / 2; k++) {
                float re = frame[2 * k];
                float im = frame[2 * k + 1];
                magnitudes[k] = (float) Math.sqrt(re * re + im * im);
            }
            bands[t] = filters.of(magnitudes);
            for (float band : bands[t]) {
                loudest = Math.max(loudest, band);
            }
        }
        float scale = loudest > SILENCE ? COMPRESSION / loudest : 0;
        for (float[] row : bands) {
            for (int b = 0; b < row.length; b++) {
                row[b] = (float) Math.log(1 + scale * row[b]);
            }
        }
        return bands;
    }

    private static int[] regionOf(int sampleRate, int window) {
        return Arrays.stream(
                        TriangularBands.centres(LOWEST_HZ, EDGES[REGIONS - 1], BANDS_PER_OCTAVE, sampleRate, window))
                .mapToInt(hz -> {
                    int region = 0;
                    while (region < REGIONS - 1 && hz > EDGES[region]) {
                        region++;
                    }
                    return region;
                })
                .toArray();
    }

    private static void rises(
            float[] now, float[] before, int[] regionOf, float[] share, float[] regions, float[] steepest) {
        for (int b = 0; b < now.length; b++) {
            float loudest = before[b];
            for (int near = Math.max(0, b - REACH); near <= Math.min(now.length - 1, b + REACH); near++) {
                loudest = Math.max(loudest, before[near]);
            }
            float rise = now[b] - loudest;
            if (rise > 0) {
                int region = regionOf[b];
                regions[region] += rise / share[region];
                steepest[region] = Math.max(steepest[region], rise);
            }
        }
    }
}
