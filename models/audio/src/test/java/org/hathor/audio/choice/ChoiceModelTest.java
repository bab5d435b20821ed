package org.hathor.audio.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceModelTest {
    private static final ChoiceModel MODEL =
            new ChoiceModel(Map.of(), new float[] {1, 0}, new float[] {2, 1}, new float[] {0.5f, -1}, 0.1f);

    private static double utility(double a, double b) {
        return 0.5 * (a - 1) / 2 - Math.max(-4, Math.min(4, b)) + 0.1;
    }

    @Property(tries = 50)
    void probabilitiesAreThoseOfTheLogitWithNoneAtZero(
            @ForAll @FloatRange(min = -5, max = 5) float a,
            @ForAll @FloatRange(min = -5, max = 5) float b,
            @ForAll @FloatRange(min = -5, max = 5) float c) {
        double[] probabilities = MODEL.probabilities(new float[][] {{a, b}, {c, a}});
        double first = Math.exp(utility(a, b));
        double second = Math.exp(utility(c, a));
        assertThat(probabilities[0]).isCloseTo(first / (1 + first + second), within(1e-5));
        assertThat(probabilities[1]).isCloseTo(second / (1 + first + second), within(1e-5));
        assertThat(MODEL.probability(new float[] {a, b})).isCloseTo(first / (1 + first), within(1e-5));
    }

    @Test
    void whatIsFartherThanFourDeviationsIsNotMoreTelling() {
        double[] probabilities = MODEL.probabilities(new float[][] {{9, -4}, {1e30f, -1e30f}, {-7, 4}});
        assertThat(probabilities[0]).isEqualTo(probabilities[1]);
        assertThat(probabilities[2]).isLessThan(1e-4);
    }

    @Test
    void utilitiesThatOverflowAnExponentialAreNoTrouble() {
        ChoiceModel steep = new ChoiceModel(Map.of(), new float[1], new float[] {1}, new float[] {1000}, 0);
        double[] probabilities = steep.probabilities(new float[][] {{4}, {-4}});
        assertThat(probabilities).containsExactly(1, 0);
    }

    @Test
    void noAlternativesHaveNoProbabilities() {
        assertThat(MODEL.probabilities(new float[0][])).isEmpty();
        assertThat(ChoiceModel.likeliest(new double[0])).isEqualTo(-1);
        assertThat(ChoiceModel.likeliest(new double[] {0.1, 0.4, 0.4, 0.1})).isEqualTo(1);
    }

    @Test
    void isReadAsItWasWritten(@TempDir Path folder) throws Exception {
        ChoiceModel model = MODEL.with(Map.of("trained on", "nothing"));
        Path file = Files.writeString(folder.resolve("model.json"), model.toJson());
        ChoiceModel read = new ObjectMapper().readValue(file.toFile(), ChoiceModel.class);
        assertThat(read).usingRecursiveComparison().isEqualTo(model);
    }

    @Test
    void otherFeaturesThanItLearntAreRefused() {
        assertThatThrownBy(() -> MODEL.probabilities(new float[][] {{1, 2, 3}}))
                .hasMessage("3 features where the model has 2");
    }

    @Test
    void partsOfOtherSizesAreRefused() {
        assertThatThrownBy(() -> new ChoiceModel(Map.of(), new float[2], new float[1], new float[2], 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingResourceIsNamed() {
        assertThatThrownBy(() -> ChoiceModel.resource(ChoiceModelTest.class, "nowhere.json"))
                .hasMessageContaining("nowhere.json");
    }
}
