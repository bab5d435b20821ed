package org.hathor.audio.spectrum;

import java.util.List;

/**
 * Analyses signals of one sample rate with one set of settings: the transform's plan and the filters are made once.
 *
 * <p>Safe to share between threads.
 */
public final class SpectralAnalyzer {
    private final int sampleRate;
    private final Stft stft;
    private final MelFilterBank melFilters;

    /**
     * @param sampleRate in hertz
     * @param settings of the transform
     */
    public SpectralAnalyzer(int sampleRate, StftSettings settings) {
        this.sampleRate = sampleRate;
        this.stft = new Stft(settings);
        this.melFilters = MelFilterBank.of(sampleRate, settings.nFft());
    }

    /** In hertz. */
    public int sampleRate() {
        return sampleRate;
    }

    /** Of the transform. */
    public StftSettings settings() {
        return stft.settings();
    }

    /**
     * The spectral features of a signal.
     *
     * @param y the signal, mono
     * @throws IllegalArgumentException when the signal is empty, too short or not finite
     */
    public SpectralFeatures analyze(float[] y) {
        SignalCheck.requireSamples(y, "y");
        int frames = settings().frames(y.length);
        Spectrogram spectrogram = new Spectrogram(settings(), sampleRate, frames);
        MelPass melPass = new MelPass(melFilters.filters(), frames);
        PeakVotes votes = new PeakVotes(settings(), sampleRate);
        stft.run(y, List.of(spectrogram::fill, melPass, votes));
        return new SpectralFeatures(y, spectrogram, melPass, votes);
    }
}
