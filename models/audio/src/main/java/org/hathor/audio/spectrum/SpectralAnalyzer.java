package org.hathor.audio.spectrum;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Analyses signals of one sample rate with one set of settings: the transform's plan and the filters are made once.
 *
 * <p>Safe to share between threads.
 */
public final class SpectralAnalyzer {
    private final int sampleRate;
    private final Stft stft;
    private final MelFilterBank melFilters;
    private final Cepstrum cepstrum = new Cepstrum(Mfcc.DEFAULT_COEFFICIENTS, MelFilterBank.DEFAULT_MELS);

    /** By tuning, of which {@link Tuning} knows a hundred. */
    private final Map<Double, ChromaFilterBank> chromaFilters = new ConcurrentHashMap<>();

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
        MelPass melPass = new MelPass(
                melFilters.filters(), frames, PowerFrames.lanes(settings().nFft(), frames));
        PeakVotes votes = new PeakVotes(settings(), sampleRate);
        Spectrogram spectrogram = stft.power(y, sampleRate, List.of(melPass, votes));
        return new SpectralFeatures(this, y, spectrogram, melPass, votes);
    }

    FrameSource exactly(float[] y) {
        return stft.exactly(y, sampleRate);
    }

    ChromaFilterBank chromaFilters(double tuning) {
        return chromaFilters.computeIfAbsent(
                tuning, t -> ChromaFilterBank.of(sampleRate, settings().nFft(), t));
    }

    Cepstrum cepstrum() {
        return cepstrum;
    }
}
