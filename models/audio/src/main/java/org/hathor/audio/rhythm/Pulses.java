package org.hathor.audio.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hathor.audio.tonality.PitchClasses;

/** All hypotheses about a recording's beat that are worth judging: each candidate tempo, on the beat and off it. */
public final class Pulses {
    private static final float[] WEIGHTS = {1, 1, 1, 1, 1};
    /** Where a beat may lie between two hits of a followed pulse: on them, between them, or as one of a triplet. */
    private static final double[] SHARES = {0, 1 / 2.0, 1 / 3.0, 2 / 3.0};

    private static final int FEWEST_BEATS = 4;
    /** Beats over which a tempo is taken, so that the grid of frames does not show. */
    private static final int TEMPO_BEATS = 8;

    private Pulses() {}

    /**
     * @param samples in [-1, 1]
     * @param sampleRate in hertz
     * @return none where there is no pulse to follow, or the recording is too short for one
     */
    public static List<Pulse> of(float[] samples, int sampleRate) {
        return of(SpectralFlux.of(samples, sampleRate), PitchClasses.of(samples, sampleRate));
    }

    static List<Pulse> of(SpectralFlux flux, PitchClasses pitchClasses) {
        float[] activation = flux.weighted(WEIGHTS);
        double fps = flux.framesPerSecond();
        double[] candidates = TempoCandidates.of(activation, fps);
        if (candidates.length == 0) {
            return List.of();
        }
        BeatTracker tracker = new BeatTracker(activation, fps);
        PulseFeatures features = new PulseFeatures(flux, pitchClasses);
        List<Pulse> pulses = new ArrayList<>();
        for (double bpm : candidates) {
            double[] on = Arrays.stream(tracker.track(bpm)).asDoubleStream().toArray();
            if (on.length < FEWEST_BEATS) {
                continue;
            }
            for (double share : SHARES) {
                pulses.add(pulse(shifted(on, share), fps, features));
            }
        }
        return pulses;
    }

    private static Pulse pulse(double[] frames, double fps, PulseFeatures features) {
        double[] seconds = Arrays.stream(frames).map(f -> f / fps).toArray();
        return new Pulse(tempo(seconds), seconds, features.of(frames));
    }

    private static double[] shifted(double[] beats, double share) {
        if (share == 0) {
            return beats;
        }
        double[] shifted = new double[beats.length - 1];
        Arrays.setAll(shifted, b -> beats[b] + share * (beats[b + 1] - beats[b]));
        return shifted;
    }

    private static double tempo(double[] beats) {
        int span = Math.min(TEMPO_BEATS, beats.length - 1);
        double[] tempi = new double[beats.length - span];
        Arrays.setAll(tempi, b -> 60 * span / (beats[b + span] - beats[b]));
        Arrays.sort(tempi);
        return tempi[tempi.length / 2];
    }
}
