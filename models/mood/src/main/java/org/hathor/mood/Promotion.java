package org.hathor.mood;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a mood model may be shown to people, and why.
 *
 * @param promoted whether it may
 * @param because one sentence for a person
 */
public record Promotion(boolean promoted, String because) {
    /**
     * A model is promoted when more quadrants are right than the baseline's and than the current model's, all on the
     * same test clips. Equal is not better: nothing changes for nothing.
     *
     * @param baseline classical features and a linear model
     * @param current the model now shown, judged on the candidate's test clips; empty where there is none
     */
    public static Promotion decide(Evaluation candidate, Evaluation baseline, Optional<Evaluation> current) {
        if (candidate.clips() == 0) {
            return new Promotion(false, "not promoted: there are no clips to judge it on");
        }
        if (baseline.clips() != candidate.clips()
                || current.filter(c -> c.clips() != candidate.clips()).isPresent()) {
            throw new IllegalArgumentException("all must be judged on the same clips");
        }
        if (!(candidate.accuracy() > baseline.accuracy())) {
            return new Promotion(
                    false,
                    sentence(
                            "not promoted: %.3f of quadrants right, the baseline %.3f, of %d clips",
                            candidate, baseline));
        }
        if (current.isPresent() && !(candidate.accuracy() > current.get().accuracy())) {
            return new Promotion(
                    false,
                    sentence(
                            "not promoted: %.3f of quadrants right, the current model %.3f, of %d clips",
                            candidate, current.get()));
        }
        return new Promotion(
                true,
                sentence("promoted: %.3f of quadrants right, the baseline %.3f, of %d clips", candidate, baseline));
    }

    private static String sentence(String format, Evaluation candidate, Evaluation other) {
        return String.format(Locale.ROOT, format, candidate.accuracy(), other.accuracy(), candidate.clips());
    }
}
