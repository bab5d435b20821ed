package org.hathor.audio.rhythm;

import java.util.Arrays;
import java.util.Objects;
import org.hathor.audio.choice.ChoiceModel;

/**
 * Decides which peaks of the spectral flux are onsets. Where Böck, Krebs and Schedl, "Evaluating the online
 * capabilities of onset detection methods", ISMIR 2012, hold a peak against the mean around it plus a fixed threshold,
 * a logistic model weighs the peak against what is around it in each region of pitch; the fixed threshold was too high
 * for dense and too low for sparse music. The model's card is in the resource {@code onset-model.json}.
 */
public final class OnsetDetector {
    /** Below one half, since a missed onset costs the F-measure as much as a false one and there are more to miss. */
    private static final double LEAST_PROBABILITY = 0.35;

    private final ChoiceModel model;

    /** With the model that ships. */
    public OnsetDetector() {
        this(ChoiceModel.resource(OnsetDetector.class, "onset-model.json"));
    }

    /** @param model over the features of {@link OnsetCandidates} */
    public OnsetDetector(ChoiceModel model) {
        this.model = Objects.requireNonNull(model, "model is null");
    }

    /**
     * @param samples in [-1, 1]
     * @param sampleRate in hertz, at least 8,000
     */
    public Onsets detect(float[] samples, int sampleRate) {
        return detect(OnsetCandidates.of(samples, sampleRate));
    }

    /** Those candidates that are onsets. */
    public Onsets detect(OnsetCandidates candidates) {
        double[] seconds = candidates.seconds();
        float[][] features = candidates.features();
        double[] onsets = new double[seconds.length];
        int count = 0;
        for (int c = 0; c < onsets.length; c++) {
            if (model.probability(features[c]) >= LEAST_PROBABILITY) {
                onsets[count++] = seconds[c];
            }
        }
        return count == 0 ? Onsets.NONE : new Onsets(Arrays.copyOf(onsets, count));
    }
}
