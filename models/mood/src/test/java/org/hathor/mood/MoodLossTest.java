package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The engine's sums against loops. */
class MoodLossTest {
    private static final int BATCH = 3;
    private static final int FRAMES = 16;
    private static final int STEPS = FRAMES / MoodNetwork.FRAMES_A_STEP;
    private static final Augmentation.Cut CUT = new Augmentation.Cut(0, 1, 0);
    private static final NoteGrid SILENT = new NoteGrid(List.of(), FRAMES);

    private final SplittableRandom random = new SplittableRandom(8);
    private final float[] logits = numbers(BATCH * MoodNetwork.LOGITS);
    private final float[] traits = numbers(BATCH * NoteTraits.COUNT);
    private final float[] steps = numbers(BATCH * NoteGrid.TRAITS * STEPS);

    @Test
    void quadrantsAndMoodsCountWhereTheyAreKnown() {
        Map<Mood, Boolean> some = new EnumMap<>(Mood.class);
        some.put(Mood.EPIC, true);
        some.put(Mood.CALM, false);
        MoodLoss loss = new MoodLoss(BATCH, FRAMES, 0.1f, 0);
        loss.know(0, MoodLabels.of(Quadrant.Q3));
        loss.know(1, new MoodLabels(Optional.empty(), some));
        // Nothing is known of the third.

        double quadrant = 0;
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += Math.exp(logits[k]);
        }
        for (int k = 0; k < 4; k++) {
            quadrant -= (k == 2 ? 0.925 : 0.025) * Math.log(Math.exp(logits[k]) / sum);
        }
        double moods = 0;
        for (Mood mood : Mood.values()) {
            Boolean first = MoodLabels.of(Quadrant.Q3).moods().get(mood);
            Boolean second = some.get(mood);
            moods += (first == null ? 0 : crossEntropy(0, mood, first))
                    + (second == null ? 0 : crossEntropy(1, mood, second));
        }
        assertThat(value(loss)).isCloseTo((float) (quadrant + 0.5 * moods / 8), within(1e-5f));
    }

    @Test
    void whatIsPlayedCountsByHubersErrorWhereItIsKnown() {
        NoteGrid grid = new NoteGrid(List.of(new PlayedNote(0, 0.2, 60, 85)), FRAMES);
        float[] wholeCrop = new float[NoteTraits.COUNT];
        MoodLoss loss = new MoodLoss(BATCH, FRAMES, 0, 2);
        loss.know(0, wholeCrop, grid, CUT);
        loss.know(1, new float[0], SILENT, CUT);

        double ofTraits = 0;
        for (int k = 0; k < NoteTraits.COUNT; k++) {
            ofTraits += huber(traits[k]) / NoteTraits.COUNT;
        }
        double[] ofSteps = {0, 0};
        grid.describe(CUT, STEPS, (step, trait, wanted) -> {
            ofSteps[0] += huber(steps[trait * STEPS + step] - wanted);
            ofSteps[1]++;
        });
        assertThat(value(loss)).isCloseTo((float) (2 * (ofTraits + 3 * ofSteps[0] / ofSteps[1])), within(1e-4f));
    }

    @Test
    void whereNothingIsKnownNothingIsLost() {
        assertThat(value(new MoodLoss(BATCH, FRAMES, 0.1f, 1))).isZero();
    }

    @Test
    void theRateRisesForAFifthAndFallsToNothing() {
        OneCycle cycle = new OneCycle(0.01f, 100);
        assertThat(cycle.rate(0)).isCloseTo(0.0004f, within(1e-7f));
        assertThat(cycle.rate(19)).isEqualTo(0.01f);
        assertThat(cycle.rate(99)).isLessThan(1e-6f);
        for (int step = 1; step < 100; step++) {
            assertThat(cycle.rate(step) > cycle.rate(step - 1)).isEqualTo(step <= 19);
        }
    }

    private double crossEntropy(int row, Mood mood, boolean has) {
        double p = 1 / (1 + Math.exp(-logits[row * MoodNetwork.LOGITS + 4 + mood.ordinal()]));
        return -Math.log(has ? p : 1 - p);
    }

    private static double huber(double error) {
        double distance = Math.abs(error);
        return distance < 1 ? distance * distance / 2 : distance - 0.5;
    }

    private float value(MoodLoss loss) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray heardLogits = manager.create(logits, new Shape(BATCH, MoodNetwork.LOGITS));
            NDArray heardTraits = manager.create(traits, new Shape(BATCH, NoteTraits.COUNT));
            NDArray heardSteps = manager.create(steps, new Shape(BATCH, NoteGrid.TRAITS, STEPS));
            return loss.of(new MoodNetwork.Heard(heardLogits, heardTraits, heardSteps))
                    .getFloat();
        }
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-3, 3);
        }
        return numbers;
    }
}
