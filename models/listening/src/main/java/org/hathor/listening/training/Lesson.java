package org.hathor.listening.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hathor.audio.choice.Choice;
import org.hathor.audio.rhythm.EventScore;
import org.hathor.audio.rhythm.OnsetCandidates;
import org.hathor.audio.rhythm.Pulse;
import org.hathor.audio.rhythm.Pulses;
import org.hathor.audio.rhythm.TempoScore;
import org.hathor.audio.tonality.KeyFeatures;
import org.hathor.audio.tonality.PitchClasses;

/**
 * What one recording teaches.
 *
 * @param pulse among hypotheses about the beat those that have its tempo and meet it; nothing where it has a beat that
 *     no hypothesis meets, so that there is nothing to choose
 * @param key among the 24 keys
 * @param onsets for each candidate, whether it is one
 */
record Lesson(List<Choice> pulse, List<Choice> key, List<Choice> onsets) {
    /** A hypothesis that meets fewer of the beats is not right. */
    private static final double RIGHT_F = 0.85;

    static Lesson of(Recording recording) {
        Choice pulse = pulse(recording);
        return new Lesson(
                pulse.answerable() || recording.beats().length == 0 ? List.of(pulse) : List.of(),
                List.of(key(recording)),
                onsets(recording));
    }

    private static Choice pulse(Recording recording) {
        List<Pulse> pulses = Pulses.of(recording.samples(), Recording.SAMPLE_RATE);
        double[] beats = recording.beats();
        double tempo = tempo(beats);
        boolean[] right = new boolean[pulses.size()];
        for (int p = 0; p < right.length && beats.length > 0; p++) {
            right[p] = TempoScore.of(tempo, pulses.get(p).bpm()) == TempoScore.RIGHT
                    && EventScore.ofBeats(beats, pulses.get(p).beats()).f() >= RIGHT_F;
        }
        return new Choice(pulses.stream().map(Pulse::features).toArray(float[][]::new), right);
    }

    private static double tempo(double[] beats) {
        double[] intervals = IntStream.range(1, beats.length)
                .mapToDouble(b -> beats[b] - beats[b - 1])
                .sorted()
                .toArray();
        return intervals.length == 0 ? 0 : 60 / intervals[intervals.length / 2];
    }

    private static Choice key(Recording recording) {
        float[][] keys = KeyFeatures.of(PitchClasses.of(recording.samples(), Recording.SAMPLE_RATE));
        boolean[] right = new boolean[keys.length];
        for (int k = 0; k < right.length; k++) {
            int tonic = KeyFeatures.tonic(k);
            var mode = KeyFeatures.mode(k);
            right[k] = recording
                    .key()
                    .filter(key -> key.tonic() == tonic && key.mode() == mode)
                    .isPresent();
        }
        return new Choice(keys, right);
    }

    /** Each onset makes the nearest candidate right that is in reach and free. */
    private static List<Choice> onsets(Recording recording) {
        OnsetCandidates candidates = OnsetCandidates.of(recording.samples(), Recording.SAMPLE_RATE);
        double[] seconds = candidates.seconds();
        boolean[] right = new boolean[seconds.length];
        for (double onset : recording.onsets()) {
            int nearest = -1;
            for (int c = 0; c < seconds.length; c++) {
                double off = Math.abs(seconds[c] - onset);
                boolean inReach = off <= EventScore.ONSET_WINDOW && !right[c];
                if (inReach && (nearest < 0 || off < Math.abs(seconds[nearest] - onset))) {
                    nearest = c;
                }
            }
            if (nearest >= 0) {
                right[nearest] = true;
            }
        }
        float[][] features = candidates.features();
        return IntStream.range(0, right.length)
                .mapToObj(c -> new Choice(new float[][] {features[c]}, Arrays.copyOfRange(right, c, c + 1)))
                .toList();
    }
}
