package org.hathor.audio.rhythm;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hathor.audio.choice.ChoiceModel;
import org.hathor.audio.tonality.PitchClasses;

/**
 * Finds onsets, tempo and beats. Hypotheses about the beat are followed through the recording ({@link Pulses}); a model
 * trained on pieces whose beats are known says how probable each is. Its card is in the resource
 * {@code pulse-model.json}.
 */
public final class RhythmAnalyser {
    private static final double SAME_TEMPO = 0.04;
    /** Fewer make no beat. */
    private static final int FEWEST_ONSETS = 4;
    /** Where nothing else tells half from double, people tap nearest to this (Parncutt 1994), beats a minute. */
    private static final double PREFERRED = 120;
    /** Beats go on this long after the last sample that is heard, seconds. */
    private static final double AFTERGLOW = 0.07;
    /** What is this far below the loudest sample is not heard: 40 dB. */
    private static final float HEARD = 1e-2f;

    private final OnsetDetector onsetDetector;
    private final ChoiceModel model;

    /** With the models that ship. */
    public RhythmAnalyser() {
        this(new OnsetDetector(), ChoiceModel.resource(RhythmAnalyser.class, "pulse-model.json"));
    }

    /**
     * @param onsetDetector finds the onsets
     * @param model over the features of {@link Pulse}
     */
    public RhythmAnalyser(OnsetDetector onsetDetector, ChoiceModel model) {
        this.onsetDetector = Objects.requireNonNull(onsetDetector, "onsetDetector is null");
        this.model = Objects.requireNonNull(model, "model is null");
    }

    /**
     * @param samples in [-1, 1]
     * @param sampleRate in hertz, at least 8,000
     */
    public Rhythm analyse(float[] samples, int sampleRate) {
        return analyse(samples, sampleRate, PitchClasses.of(samples, sampleRate));
    }

    /**
     * The same, with pitch classes that the caller needs too.
     *
     * @param pitchClasses of the same samples
     */
    public Rhythm analyse(float[] samples, int sampleRate, PitchClasses pitchClasses) {
        SpectralFlux flux = SpectralFlux.of(samples, sampleRate);
        Onsets onsets = onsetDetector.detect(new OnsetCandidates(flux));
        List<Pulse> pulses = onsets.seconds().length < FEWEST_ONSETS ? List.of() : Pulses.of(flux, pitchClasses);
        if (pulses.isEmpty()) {
            return new Rhythm(Tempo.NONE, Beats.NONE, onsets);
        }
        double[] probabilities =
                model.probabilities(pulses.stream().map(Pulse::features).toArray(float[][]::new));
        Pulse pulse = pulses.get(ChoiceModel.likeliest(probabilities));
        double bpm = pulse.bpm();
        double half = at(bpm / 2, pulses, probabilities);
        double twice = at(bpm * 2, pulses, probabilities);
        boolean slower = half == twice ? bpm > PREFERRED : half > twice;
        Tempo tempo = new Tempo(bpm, Math.min(1, at(bpm, pulses, probabilities)), slower ? bpm / 2 : bpm * 2);
        return new Rhythm(tempo, new Beats(heard(pulse.beats(), samples, sampleRate)), onsets);
    }

    private static double at(double bpm, List<Pulse> pulses, double[] probabilities) {
        double sum = 0;
        for (int p = 0; p < probabilities.length; p++) {
            sum += Math.abs(pulses.get(p).bpm() - bpm) <= SAME_TEMPO * bpm ? probabilities[p] : 0;
        }
        return sum;
    }

    /** The beats between the first and the last sample that is heard. */
    static double[] heard(double[] beats, float[] samples, int sampleRate) {
        float loudest = 0;
        for (float sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        int first = 0;
        int last = samples.length - 1;
        while (first < last && Math.abs(samples[first]) <= loudest * HEARD) {
            first++;
        }
        while (last > first && Math.abs(samples[last]) <= loudest * HEARD) {
            last--;
        }
        double from = (double) first / sampleRate - AFTERGLOW;
        double to = (double) last / sampleRate + AFTERGLOW;
        return Arrays.stream(beats).filter(t -> t >= from && t <= to).toArray();
    }
}
