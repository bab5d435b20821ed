package org.hathor.listening.training;

import java.util.List;
import org.hathor.audio.choice.Choice;
import org.hathor.audio.rhythm.EventScore;
import org.hathor.audio.rhythm.Pulse;
import org.hathor.audio.rhythm.Pulses;
import org.hathor.audio.rhythm.TempoScore;
import org.hathor.audio.tonality.KeyFeatures;
import org.hathor.audio.tonality.PitchClasses;
import org.hathor.simulator.music.Piece;
import org.hathor.simulator.music.Synthesizer;

/**
 * What one recording teaches about beat and key.
 *
 * @param pulse hypotheses about the beat, right where they have the tempo and meet the beats
 * @param key the 24 keys
 * @param musical whether the recording has a beat and a key at all
 */
record Lesson(Choice pulse, Choice key, boolean musical) {
    /** The rate that features are made at, hertz. */
    static final int SAMPLE_RATE = 22_050;
    /** A hypothesis that meets fewer of the beats is not right. */
    private static final double RIGHT_F = 0.85;

    /** A generated piece and its truth. */
    static Lesson of(Piece piece) {
        float[] samples = Synthesizer.render(piece, SAMPLE_RATE).mix();
        List<Pulse> pulses = Pulses.of(samples, SAMPLE_RATE);
        boolean[] rightPulse = new boolean[pulses.size()];
        for (int p = 0; p < rightPulse.length; p++) {
            Pulse pulse = pulses.get(p);
            rightPulse[p] = TempoScore.of(piece.tempoBpm(), pulse.bpm()) == TempoScore.RIGHT
                    && EventScore.ofBeats(piece.beats(), pulse.beats()).f() >= RIGHT_F;
        }
        float[][] keys = keys(samples);
        boolean[] rightKey = new boolean[keys.length];
        for (int k = 0; k < rightKey.length; k++) {
            rightKey[k] = KeyFeatures.tonic(k) == piece.key().tonic()
                    && KeyFeatures.mode(k).name().equals(piece.key().mode().name());
        }
        return new Lesson(new Choice(features(pulses), rightPulse), new Choice(keys, rightKey), true);
    }

    /** A recording without beat and without key: no hypothesis is right. */
    static Lesson ofNone(float[] samples) {
        List<Pulse> pulses = Pulses.of(samples, SAMPLE_RATE);
        float[][] keys = keys(samples);
        return new Lesson(
                new Choice(features(pulses), new boolean[pulses.size()]),
                new Choice(keys, new boolean[keys.length]),
                false);
    }

    private static float[][] keys(float[] samples) {
        return KeyFeatures.of(PitchClasses.of(samples, SAMPLE_RATE));
    }

    private static float[][] features(List<Pulse> pulses) {
        return pulses.stream().map(Pulse::features).toArray(float[][]::new);
    }
}
