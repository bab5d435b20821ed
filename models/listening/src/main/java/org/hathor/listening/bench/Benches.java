package org.hathor.listening.bench;

import java.util.List;

/** Every section of {@code ./hathor bench audio}, in the order they are run. */
public final class Benches {
    private Benches() {}

    /** One line a section. */
    public static List<Bench> all() {
        return List.of(
                new SpectrumBench(),
                new FeaturesBench(),
                new RhythmBench(),
                new KeyBench(),
                new PitchBench(),
                new LoudnessBench(),
                new FingerprintBench(),
                new MoodBench());
    }
}
