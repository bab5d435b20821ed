package org.hathor.mood;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Clips a small network can learn in seconds: each quadrant is a loud stripe of bands of its own over noise. */
final class Toy {
    private Toy() {}

    static TrainingSettings settings(long seed, int epochs) {
        return new TrainingSettings(
                seed, epochs, epochs, 8, 32, 8, 5e-3f, 1e-2f, 0.1f, 0.05f, 1, 0.8f, new Augmentation(1, 0.1f, 1, 4, 4));
    }

    static SplitClips clips(int songs) {
        List<MoodClip> clips = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int song = 0; song < songs; song++) {
            Quadrant quadrant = Quadrant.values()[song % 4];
            for (int part = 0; part < 2; part++) {
                clips.add(new MoodClip(
                        "toy-%d-%d".formatted(song, part),
                        "song-" + song,
                        stripes(quadrant, random),
                        MoodLabels.of(quadrant)));
            }
        }
        return SplitClips.fold(clips, 0, 4, 11);
    }

    static LogMel stripes(Quadrant quadrant, SplittableRandom random) {
        float[][] decibels = new float[50][LogMel.BANDS];
        for (float[] frame : decibels) {
            for (int b = 0; b < frame.length; b++) {
                boolean striped = b / 32 == quadrant.ordinal();
                frame[b] = (striped ? -20 : -50) + 20 * (float) random.nextDouble();
            }
        }
        return LogMel.ofDecibels(decibels);
    }

    static MoodLabels moodsOnly(Mood mood, boolean has) {
        return new MoodLabels(Optional.empty(), Map.of(mood, has));
    }
}
