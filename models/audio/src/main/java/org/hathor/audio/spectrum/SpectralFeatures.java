package org.hathor.audio.spectrum;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The features of one signal that share one short-time Fourier transform, each computed when first asked for.
 *
 * <p>What is handed out is the object's own array: read it, do not write. Not safe for several threads.
 */
public final class SpectralFeatures {
    private static final AtomicReference<SpectralAnalyzer> LAST = new AtomicReference<>();

    private final SpectralAnalyzer analyzer;
    private final float[] y;
    private final Spectrogram spectrogram;
    private final MelPass melPass;
    private final PeakVotes votes;
    private FrameBlocks decibels;
    private float[][] melDecibels;
    private OptionalDouble tuning = OptionalDouble.empty();
    private float[][] chroma;
    private SpectralShape shape;

    SpectralFeatures(SpectralAnalyzer analyzer, float[] y, Spectrogram spectrogram, MelPass melPass, PeakVotes votes) {
        this.analyzer = analyzer;
        this.y = y;
        this.spectrogram = spectrogram;
        this.melPass = melPass;
        this.votes = votes;
    }

    /** With librosa's settings. */
    public static SpectralFeatures of(float[] y, int sampleRate) {
        return of(y, sampleRate, StftSettings.DEFAULT);
    }

    /**
     * @param y the signal, mono
     * @param sampleRate in hertz
     * @param settings of the transform
     * @throws IllegalArgumentException when the signal is empty, too short or not finite
     */
    public static SpectralFeatures of(float[] y, int sampleRate, StftSettings settings) {
        SpectralAnalyzer last = LAST.get();
        if (last == null || last.sampleRate() != sampleRate || !last.settings().equals(settings)) {
            last = new SpectralAnalyzer(sampleRate, settings);
            LAST.set(last);
        }
        return last.analyze(y);
    }

    /** Frames of every feature here. */
    public int frames() {
        return spectrogram.frames();
    }

    /** Frames a second. */
    public double frameRate() {
        return spectrogram.frameRate();
    }

    /** The power spectrogram. */
    public Spectrogram spectrogram() {
        return spectrogram;
    }

    /** The mel spectrogram, powers: {@code [frames][128]}. */
    public float[][] mel() {
        return melPass.mel();
    }

    /** The log-mel spectrogram: decibels, none more than 80 below the largest: {@code [frames][128]}. */
    public float[][] melDecibels() {
        if (melDecibels == null) {
            melDecibels = decibels().toFrames();
        }
        return melDecibels;
    }

    /** Twenty MFCC: {@code [frames][20]}. */
    public float[][] mfcc() {
        return analyzer.cepstrum().of(decibels());
    }

    /** MFCC: {@code [frames][nMfcc]}. */
    public float[][] mfcc(int nMfcc) {
        return new Cepstrum(nMfcc, MelFilterBank.DEFAULT_MELS).of(decibels());
    }

    /** How far from A = 440 Hz, in semitones, in [−0.5, 0.5). */
    public double tuning() {
        if (tuning.isEmpty()) {
            tuning = OptionalDouble.of(votes.tuning());
        }
        return tuning.getAsDouble();
    }

    /** The chromagram, C first, each frame's largest 1: {@code [frames][12]}. */
    public float[][] chroma() {
        if (chroma == null) {
            chroma = analyzer.chromaFilters(tuning()).apply(spectrogram);
        }
        return chroma;
    }

    /** Onset strength, decibels a frame: {@code [frames]}. */
    public float[] onsetStrength() {
        return OnsetStrength.of(decibels(), spectrogram.settings());
    }

    /** Centroid, bandwidth, roll-off and flatness. */
    public SpectralShape shape() {
        if (shape == null) {
            shape = SpectralShape.of(analyzer.exactly(y));
        }
        return shape;
    }

    /** Spectral contrast, decibels: {@code [frames][7]}. */
    public float[][] contrast() {
        return SpectralContrast.of(analyzer.exactly(y));
    }

    /** The root mean square of each frame's samples. */
    public float[] rms() {
        return FrameLevels.rms(y, spectrogram.settings());
    }

    /** The part of each frame's samples where the sign changes. */
    public float[] zeroCrossingRate() {
        return FrameLevels.zeroCrossingRate(y, spectrogram.settings());
    }

    /** The signal. */
    public float[] y() {
        return y;
    }

    private FrameBlocks decibels() {
        if (decibels == null) {
            decibels = melPass.limitedDecibels();
        }
        return decibels;
    }
}
