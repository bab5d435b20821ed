package org.hathor.audio.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceTrainerTest {
    private static final double NUDGE = 1e-5;

    @Test
    void theGradientIsTheSlopeOfTheLoss() {
        Random random = new Random(2);
        for (Choice choice : choices(6, random)) {
            ChoiceFit fit = ChoiceFit.standardising(choices(20, random));
            double[] weights = fit.weights();
            for (int w = 0; w < weights.length; w++) {
                weights[w] = random.nextGaussian();
            }
            double[] gradient = new double[weights.length];
            fit.addGradient(choice, gradient, 1);
            for (int w = 0; w < weights.length; w++) {
                double at = weights[w];
                weights[w] = at + NUDGE;
                double above = fit.loss(List.of(choice));
                weights[w] = at - NUDGE;
                double below = fit.loss(List.of(choice));
                weights[w] = at;
                assertThat(gradient[w]).isCloseTo((above - below) / (2 * NUDGE), within(1e-6));
            }
        }
    }

    @Test
    void aRuleIsLearntAndNoneIsSaidWhereNothingFits() {
        List<Choice> learnt = choices(600, new Random(3));
        List<Choice> heldOut = choices(300, new Random(4));
        ChoiceModel model = train(learnt, heldOut);
        int right = 0;
        for (Choice choice : heldOut) {
            double[] probabilities = model.probabilities(choice.alternatives());
            double none = 1;
            for (double probability : probabilities) {
                none -= probability;
            }
            int best = ChoiceModel.likeliest(probabilities);
            boolean said = choice.answerable() ? choice.right()[best] : none > 0.5;
            right += said ? 1 : 0;
        }
        assertThat(right).isGreaterThan(270);
    }

    @Test
    void theSameLessonsGiveTheSameModel() {
        List<Choice> learnt = choices(50, new Random(5));
        assertThat(train(learnt, learnt).toJson())
                .isEqualTo(train(learnt, learnt).toJson());
    }

    private static ChoiceModel train(List<Choice> learnt, List<Choice> heldOut) {
        return new ChoiceTrainer(learnt, heldOut, new ChoiceTrainer.Settings(20, 8, 0.02, 0.01, 1)).train();
    }

    /** Of four alternatives the one with the largest sum of the first two features, unless none is above 1. */
    private static List<Choice> choices(int count, Random random) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[][] alternatives = new float[4][3];
            int best = 0;
            for (int a = 0; a < 4; a++) {
                for (int f = 0; f < 3; f++) {
                    alternatives[a][f] = (float) (5 * random.nextGaussian());
                }
                if (sum(alternatives[a]) > sum(alternatives[best])) {
                    best = a;
                }
            }
            boolean[] right = new boolean[4];
            right[best] = sum(alternatives[best]) > 1;
            choices.add(new Choice(alternatives, right));
        }
        return choices;
    }

    private static float sum(float[] features) {
        return features[0] + features[1];
    }
}
