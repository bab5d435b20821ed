package org.hathor.audio.tonality;

import java.util.Objects;
import org.hathor.audio.choice.ChoiceModel;

/**
 * Finds the key of a recording: the profile of pitch classes that each key would lead one to expect, held against what
 * sounds (Krumhansl, "Cognitive foundations of musical pitch", 1990, ch. 4), with profiles learnt from pieces whose key
 * is known. The model's card is in the resource {@code key-model.json}.
 */
public final class KeyEstimator {
    private static final Key SILENCE = new Key(0, Mode.MAJOR, 0);
    private final ChoiceModel model;

    /** With the model that ships. */
    public KeyEstimator() {
        this(ChoiceModel.resource(KeyEstimator.class, "key-model.json"));
    }

    /** @param model over {@link KeyFeatures} */
    public KeyEstimator(ChoiceModel model) {
        this.model = Objects.requireNonNull(model, "model is null");
    }

    /**
     * @param samples in [-1, 1]
     * @param sampleRate in hertz, at least 8,000
     */
    public Key estimate(float[] samples, int sampleRate) {
        return estimate(PitchClasses.of(samples, sampleRate));
    }

    /** The likeliest key; confidence 0 where nothing sounds. */
    public Key estimate(PitchClasses classes) {
        double[] probabilities = model.probabilities(KeyFeatures.of(classes));
        int best = ChoiceModel.likeliest(probabilities);
        if (best < 0) {
            return SILENCE;
        }
        return new Key(KeyFeatures.tonic(best), KeyFeatures.mode(best), Math.min(1, probabilities[best]));
    }
}
