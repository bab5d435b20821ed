package org.hathor.mood;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Clips a small network can learn in seconds: each quadrant is a loud stripe of bands of its own over noise. */
final class Toy {
    private Toy() {}

    static TrainingSettings settings(long seed, int epochs) {
        return new TrainingSettings(
                seed,
                epochs,
                epochs,
                8,
                1,
                32,
                8,
                5e-3f,
                1e-2f,
                0.1f,
                0.05f,
                1,
                0.8f,
                new Augmentation(1, 0.1f, 1, 4, 4, 0.3f));
    }

    /** Clips whose notes are not known. */
    static SplitClips clips(int songs) {
        return clips(songs, quadrant -> List.of());
    }

    /** The same, each stripe said to be the sound of a chord of its own that never falls silent. */
    static SplitClips played(int songs) {
        return clips(songs, quadrant -> IntStream.of(0, 4, 7)
                .mapToObj(step -> new PlayedNote(0, 10, 30 + 20 * quadrant.ordinal() + step, 64))
                .toList());
    }

    private static SplitClips clips(int songs, Function<Quadrant, List<PlayedNote>> notes) {
        List<MoodClip> clips = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int song = 0; song < songs; song++) {
            Quadrant quadrant = Quadrant.values()[song % 4];
            for (int part = 0; part < 2; part++) {
                clips.add(new MoodClip(
                        "toy-%d-%d".formatted(song, part),
                        "song-" + song,
                        stripes(quadrant, random),
                        MoodLabels.of(quadrant),
                        notes.apply(quadrant)));
            }
        }
        return SplitClips.fold(clips, 0, 4, 11);
    }

    static LogMel stripes(Quadrant quadrant, SplittableRandom random) {
        float[][] decibels = new float[50][LogMel.BANDS];
        for (float[] frame : decibels) {
            for (int b = 0; b < frame.length; b++) {
                boolean striped = b * 4 / LogMel.BANDS == quadrant.ordinal();
                frame[b] = (striped ? -20 : -50) + 20 * (float) random.nextDouble();
            }
        }
        return LogMel.ofDecibels(decibels);
    }

    static MoodLabels moodsOnly(Mood mood, boolean has) {
        return new MoodLabels(Optional.empty(), Map.of(mood, has));
    }
}
