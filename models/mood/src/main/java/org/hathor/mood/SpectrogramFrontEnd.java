package org.hathor.mood;

import java.util.Arrays;
import org.hathor.audio.Pcm;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * From samples to what the network hears: power of 93 ms Hann windows, 46 ms apart, on 128 mel bands (Slaney's scale
 * and norm, as librosa's defaults) from 27.5 Hz, the piano's lowest string, to 8 kHz, in decibels relative to full
 * scale. The level is kept: how hard a key is struck is part of a mood.
 */
public final class SpectrogramFrontEnd {
    /** Changes whenever its numbers do. */
    public static final String VERSION = "log-mel-128-hop-1024-v1";

    /** What the samples must have, in hertz. */
    public static final int SAMPLE_RATE = 22_050;

    /** Samples in a window. */
    public static final int N_FFT = 2048;

    /** Samples from a frame to the next. */
    public static final int HOP_LENGTH = 1024;

    private static final double LOWEST_HZ = 27.5;
    private static final double HIGHEST_HZ = 8000;
    private static final float SMALLEST_POWER = 1e-8f;
    private static final double MEL_STEP = (mel(HIGHEST_HZ) - mel(LOWEST_HZ)) / (Spectrogram.BANDS + 1);
    private static final double MEL_OF_FIRST = mel(LOWEST_HZ) + MEL_STEP;
    private static final float[] WINDOW = hann();
    private static final float[][] FILTERS = melFilters();

    private SpectrogramFrontEnd() {}

    /** @throws IllegalArgumentException when the rate is not {@link #SAMPLE_RATE} or there are no samples */
    public static Spectrogram spectrogram(Pcm pcm) {
        if (pcm.sampleRate() != SAMPLE_RATE) {
            throw new IllegalArgumentException(
                    "the mood network hears %d Hz, not %d Hz".formatted(SAMPLE_RATE, pcm.sampleRate()));
        }
        if (pcm.length() == 0) {
            throw new IllegalArgumentException("there are no samples");
        }
        float[] samples = pcm.toMono();
        int frames = 1 + samples.length / HOP_LENGTH;
        float[][] decibels = new float[frames][Spectrogram.BANDS];
        FloatFFT_1D fft = new FloatFFT_1D(N_FFT);
        float[] buffer = new float[N_FFT];
        float[] power = new float[N_FFT / 2 + 1];
        for (int t = 0; t < frames; t++) {
            window(samples, t * HOP_LENGTH - N_FFT / 2, buffer);
            fft.realForward(buffer);
            power[0] = buffer[0] * buffer[0];
            power[N_FFT / 2] = buffer[1] * buffer[1];
            for (int k = 1; k < N_FFT / 2; k++) {
                power[k] = buffer[2 * k] * buffer[2 * k] + buffer[2 * k + 1] * buffer[2 * k + 1];
            }
            for (int b = 0; b < Spectrogram.BANDS; b++) {
                float sum = 0;
                for (int k = 0; k < power.length; k++) {
                    sum += FILTERS[b][k] * power[k];
                }
                decibels[t][b] = (float) (10 * Math.log10(Math.max(SMALLEST_POWER, sum)));
            }
        }
        return Spectrogram.ofDecibels(decibels);
    }

    private static void window(float[] samples, int start, float[] buffer) {
        Arrays.fill(buffer, 0);
        for (int i = Math.max(0, -start); i < N_FFT && start + i < samples.length; i++) {
            buffer[i] = samples[start + i] * WINDOW[i];
        }
    }

    /** Where the band's filter is highest, in hertz. */
    static double centreHz(int band) {
        return hertz(MEL_OF_FIRST + band * MEL_STEP);
    }

    /**
     * The band, with a fraction, whose filter is highest at the frequency; below 0 and beyond the last where there is
     * none.
     */
    static double bandAt(double hertz) {
        return (mel(hertz) - MEL_OF_FIRST) / MEL_STEP;
    }

    private static float[] hann() {
        float[] window = new float[N_FFT];
        for (int i = 0; i < N_FFT; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / N_FFT));
        }
        return window;
    }

    private static float[][] melFilters() {
        double[] hz = new double[Spectrogram.BANDS + 2];
        for (int i = 0; i < hz.length; i++) {
            hz[i] = centreHz(i - 1);
        }
        float[][] filters = new float[Spectrogram.BANDS][N_FFT / 2 + 1];
        for (int b = 0; b < Spectrogram.BANDS; b++) {
            for (int k = 0; k <= N_FFT / 2; k++) {
                double f = (double) k * SAMPLE_RATE / N_FFT;
                double rising = (f - hz[b]) / (hz[b + 1] - hz[b]);
                double falling = (hz[b + 2] - f) / (hz[b + 2] - hz[b + 1]);
                filters[b][k] = (float) (Math.max(0, Math.min(rising, falling)) * 2 / (hz[b + 2] - hz[b]));
            }
        }
        return filters;
    }

    private static double mel(double hertz) {
        return hertz < 1000 ? hertz * 3 / 200 : 15 + Math.log(hertz / 1000) * 27 / Math.log(6.4);
    }

    private static double hertz(double mel) {
        return mel < 15 ? mel * 200 / 3 : 1000 * Math.exp((mel - 15) * Math.log(6.4) / 27);
    }
}
