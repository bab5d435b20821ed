package org.hathor.mood;

import org.hathor.audio.Pcm;
import org.hathor.audio.spectrum.Decibels;
import org.hathor.audio.spectrum.MelFilterBank;
import org.hathor.audio.spectrum.MelScale;
import org.hathor.audio.spectrum.Stft;
import org.hathor.audio.spectrum.StftSettings;

/**
 * From samples to what the network hears: power of 186 ms Hann windows, 93 ms apart, on 256 mel bands (the HTK Book's
 * scale, each filter of one area) from 27.5 Hz, the piano's lowest string, to 5 kHz, in decibels relative to full
 * scale. Windows are long and bands narrow so that the low notes of a chord stand apart; which notes sound says most of
 * a mood. The level is kept: how hard a key is struck is part of it too.
 */
public final class LogMelFrontEnd {
    /** Changes whenever its numbers do. */
    public static final String VERSION = "log-mel-256-hop-2048-v1";

    /** What the samples must have, in hertz. */
    public static final int SAMPLE_RATE = 22_050;

    /** Samples in a window. */
    public static final int N_FFT = 4096;

    /** Samples from a frame to the next. */
    public static final int HOP_LENGTH = 2048;

    private static final double LOWEST_HZ = 27.5;
    private static final double HIGHEST_HZ = 5000;
    private static final double MEL_OF_LOWEST = MelScale.HTK.toMel(LOWEST_HZ);
    private static final double MEL_STEP = (MelScale.HTK.toMel(HIGHEST_HZ) - MEL_OF_LOWEST) / (LogMel.BANDS + 1);
    private static final Stft STFT = new Stft(StftSettings.of(N_FFT, HOP_LENGTH));
    private static final MelFilterBank FILTERS =
            MelFilterBank.of(SAMPLE_RATE, N_FFT, LogMel.BANDS, LOWEST_HZ, HIGHEST_HZ, MelScale.HTK);

    private LogMelFrontEnd() {}

    /**
     * @throws IllegalArgumentException when the rate is not {@link #SAMPLE_RATE}, there are no samples, or one is no
     *     number
     */
    public static LogMel logMel(Pcm pcm) {
        if (pcm.sampleRate() != SAMPLE_RATE) {
            throw new IllegalArgumentException(
                    "the mood network hears %d Hz, not %d Hz".formatted(SAMPLE_RATE, pcm.sampleRate()));
        }
        float[][] mel = FILTERS.apply(STFT.power(pcm.toMono(), SAMPLE_RATE));
        for (float[] frame : mel) {
            for (int b = 0; b < frame.length; b++) {
                frame[b] = (float) Decibels.ofPower(frame[b]);
            }
        }
        return LogMel.ofDecibels(mel);
    }

    /** Where the band's filter is highest, in hertz. */
    static double centreHz(int band) {
        return MelScale.HTK.toHertz(MEL_OF_LOWEST + (band + 1) * MEL_STEP);
    }

    /**
     * The band, with a fraction, whose filter is highest at the frequency; below 0 and beyond the last where there is
     * none.
     */
    static double bandAt(double hertz) {
        return (MelScale.HTK.toMel(hertz) - MEL_OF_LOWEST) / MEL_STEP - 1;
    }
}
